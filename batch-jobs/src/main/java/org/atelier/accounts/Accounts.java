package org.atelier.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.atelier.accounts.AccountConflictException.Reason;
import org.atelier.sql.SqlStates;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The table of accounts. Each call is a transaction of its own. Safe for use by several threads. */
public final class Accounts {

    private static final String ACCOUNT = """
            select id, username, email, full_name, roles, actif, date_creation, version_jetons,
                   array(select bucket from utilisateur_bucket where utilisateur_id = id) as buckets
              from utilisateur
            """;

    private static final String CREDENTIALS = """
            select id, hashed_password, actif, version_jetons from utilisateur where lower(username) = lower(:username)
            """;

    private static final String INSERT = """
            insert into utilisateur (username, email, full_name, hashed_password, roles)
            values (:username, :email, :full_name, :hashed_password, :roles::text[])
            returning id
            """;

    private static final String UPDATE = """
            update utilisateur
               set actif = coalesce(:actif, actif),
                   roles = coalesce(:roles::text[], roles),
                   email = coalesce(:email, email),
                   full_name = coalesce(:full_name, full_name),
                   hashed_password = coalesce(:hashed_password, hashed_password),
                   version_jetons = version_jetons
                       + case when :hashed_password is not null or not :actif then 1 else 0 end
             where id = :id
            """;

    /** Held by whoever takes an admin away, so that two do not take the last two. */
    private static final String OTHER_ADMINS = """
            select id from utilisateur where actif and 'admin' = any (roles) order by id for update
            """;

    private final Jdbi jdbi;

    /** @param jdbi as {@link org.atelier.sql.Sql} makes it */
    public Accounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What a login of that name is judged by. */
    public Optional<Credentials> credentials(String username) {
        return jdbi.withHandle(handle -> handle.createQuery(CREDENTIALS)
                .bind("username", username)
                .map((row, context) -> new Credentials(
                        row.getLong("id"),
                        row.getString("hashed_password"),
                        row.getBoolean("actif"),
                        row.getInt("version_jetons")))
                .findOne());
    }

    /** What an account is allowed now; empty when there is none. */
    public Optional<Standing> standing(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(ACCOUNT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> new Standing(
                        row.getString("username"),
                        roles(row),
                        row.getBoolean("actif"),
                        row.getInt("version_jetons"),
                        texts(row, "buckets")))
                .findOne());
    }

    /** An account; empty when there is none. */
    public Optional<Account> find(long id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    private static Optional<Account> find(Handle handle, long id) {
        return handle.createQuery(ACCOUNT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> account(row))
                .findOne();
    }

    /** Some of them, by id. */
    public List<Account> list(int skip, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(ACCOUNT + "order by id offset :skip limit :limit")
                .bind("skip", skip)
                .bind("limit", limit)
                .map((row, context) -> account(row))
                .list());
    }

    /** How many there are. */
    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from utilisateur")
                .mapTo(Long.class)
                .one());
    }

    /**
     * Makes one.
     *
     * @throws AccountConflictException when name or address is taken
     */
    public Account add(NewAccount account) {
        return judged(() -> jdbi.inTransaction(handle -> {
            long id = handle.createQuery(INSERT)
                    .bind("username", account.username())
                    .bind("email", account.email())
                    .bind("full_name", account.fullName())
                    .bind("hashed_password", account.passwordHash())
                    .bind("roles", array(account.roles()))
                    .mapTo(Long.class)
                    .one();
            return find(handle, id).orElseThrow();
        }));
    }

    /**
     * Changes one; empty when there is none. With a new password, or when it is deactivated, its tokens end.
     *
     * @throws AccountConflictException when the address is taken, or no admin would be left
     */
    public Optional<Account> change(long id, AccountChange change) {
        return judged(() -> jdbi.inTransaction(handle -> {
            Set<Role> roles = change.roles();
            if (Boolean.FALSE.equals(change.active()) || (roles != null && !roles.contains(Role.ADMIN))) {
                keepAnAdmin(handle, id);
            }
            handle.createUpdate(UPDATE)
                    .bind("id", id)
                    .bindByType("actif", change.active(), Boolean.class)
                    .bindByType("roles", roles == null ? null : array(roles), String.class)
                    .bindByType("email", change.email(), String.class)
                    .bindByType("full_name", change.fullName(), String.class)
                    .bindByType("hashed_password", change.passwordHash(), String.class)
                    .execute();
            return find(handle, id);
        }));
    }

    /** Keeps a better hash of the same password: tokens go on. */
    public void storeHash(long id, String from, String to) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update utilisateur set hashed_password = :to where id = :id and hashed_password = :from")
                .bind("id", id)
                .bind("from", from)
                .bind("to", to)
                .execute());
    }

    /**
     * Deletes one; false when there was none. Its tokens end.
     *
     * @throws AccountConflictException when no admin would be left
     */
    public boolean delete(long id) {
        return jdbi.inTransaction(handle -> {
            keepAnAdmin(handle, id);
            return handle.createUpdate("delete from utilisateur where id = :id")
                            .bind("id", id)
                            .execute()
                    > 0;
        });
    }

    private static void keepAnAdmin(Handle handle, long id) {
        if (handle.createQuery(OTHER_ADMINS).mapTo(Long.class).list().equals(List.of(id))) {
            throw new AccountConflictException(Reason.LAST_ADMIN);
        }
    }

    private static <T> T judged(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            if (SqlStates.has(e, "23505")) {
                boolean email = SqlStates.words(e).contains("utilisateur_email_key");
                throw new AccountConflictException(email ? Reason.EMAIL : Reason.USERNAME);
            }
            throw e;
        }
    }

    private static String array(Set<Role> roles) {
        return roles.stream().map(Role::word).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("username"),
                row.getString("email"),
                row.getString("full_name"),
                roles(row),
                row.getBoolean("actif"),
                row.getTimestamp("date_creation").toInstant(),
                texts(row, "buckets"));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        return texts(row, "roles").stream()
                .flatMap(word -> Role.of(word).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        @Nullable Object array = row.getArray(column).getArray();
        return array instanceof String[] words ? Arrays.asList(words) : List.of();
    }
}
