package org.atelier.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Takes over accounts of an earlier program: a table with username, email, full_name, hashed_password, disabled. */
public final class EarlierAccounts {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w{0,62}\\.[A-Za-z_]\\w{0,62}");
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    private EarlierAccounts() {}

    /**
     * What became of an account.
     *
     * @param username there
     * @param whyNot null when it was taken
     */
    public record Taken(String username, @Nullable String whyNot) {}

    /** There is no such table. */
    public static final class MissingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MissingException(String message) {
            super(message);
        }
    }

    private record Earlier(
            @Nullable String username,
            @Nullable String email,
            @Nullable String fullName,
            @Nullable String hash,
            boolean disabled) {}

    /**
     * Takes those that are not here yet, as readers.
     *
     * @param table schema and name; null for the usual ones
     * @throws MissingException when there is none
     */
    public static List<Taken> take(Jdbi jdbi, @Nullable String table) {
        String from = found(jdbi, table == null ? List.of("ancien.user", "public.user") : List.of(table));
        String sql = "select u ->> 'username' as username, u ->> 'email' as email, u ->> 'full_name' as full_name,"
                + " u ->> 'hashed_password' as hash, coalesce((u ->> 'disabled')::boolean, false) as disabled"
                + " from (select to_jsonb(t) as u from " + from + " t) r order by u ->> 'username'";
        List<Earlier> all = jdbi.withHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> new Earlier(
                        row.getString("username"),
                        row.getString("email"),
                        row.getString("full_name"),
                        row.getString("hash"),
                        row.getBoolean("disabled")))
                .list());
        Accounts accounts = new Accounts(jdbi);
        List<Taken> taken = new ArrayList<>();
        all.forEach(each -> taken.add(take(accounts, each)));
        return taken;
    }

    private static Taken take(Accounts accounts, Earlier earlier) {
        String username = String.valueOf(earlier.username());
        String hash = earlier.hash();
        String fault = AccountRules.faultOfUsername(username).orElse(null);
        if (fault != null) {
            return new Taken(username, "the username " + fault);
        }
        if (hash == null || !BCRYPT.matcher(hash).matches()) {
            return new Taken(username, "its hash is not of bcrypt: make it with a new password");
        }
        try {
            Account made = accounts.add(new NewAccount(
                    username, earlier.email(), earlier.fullName(), "{bcrypt}" + hash, Set.of(Role.READER)));
            if (earlier.disabled()) {
                accounts.change(made.id(), AccountChange.NONE.active(false));
            }
            return new Taken(username, null);
        } catch (AccountConflictException e) {
            return new Taken(username, e.getMessage());
        }
    }

    private static String found(Jdbi jdbi, List<String> names) {
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new MissingException("'" + name + "' names no table: expected a schema and a table");
            }
            String quoted = '"' + name.replace(".", "\".\"") + '"';
            boolean there = jdbi.withHandle(handle -> handle.createQuery("select to_regclass(:name) is not null")
                    .bind("name", quoted)
                    .mapTo(Boolean.class)
                    .one());
            if (there) {
                return quoted;
            }
        }
        throw new MissingException("there is no table " + String.join(" or ", names));
    }
}
