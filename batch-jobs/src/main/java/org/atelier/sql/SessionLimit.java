package org.atelier.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The limits that an administrator may set on a role or a database, for programs whose statements and transactions are
 * short. Ours load for as long as there is something to load and wait for each other, so every session lifts them for
 * itself; where one strikes all the same, it is told by its name.
 *
 * <p>They are lifted by a statement after the login, one a session: a start-up parameter would save it, but PgBouncer
 * refuses those it does not know. A pooler that does not keep sessions would lift them for whoever comes next, so there
 * each transaction lifts them for itself.
 */
public enum SessionLimit {
    /** How long a statement may take. */
    STATEMENT("statement_timeout", "57014"),
    /** How long a statement may wait for a lock. */
    LOCK("lock_timeout", SqlStates.LOCK_NOT_HAD),
    /** How long a transaction may be open while nothing is asked in it. */
    IDLE_IN_TRANSACTION("idle_in_transaction_session_timeout", "25P03"),
    /** How long a transaction may take; PostgreSQL 17. */
    TRANSACTION("transaction_timeout", "25P04"),
    /** How long a session may do nothing. */
    IDLE_SESSION("idle_session_timeout", "57P05");

    /** Causes may lead in a circle. */
    private static final int DEEPEST = 30;

    private final String setting;
    private final String state;

    SessionLimit(String setting, String state) {
        this.setting = setting;
        this.state = state;
    }

    /** Its name in PostgreSQL. */
    public String setting() {
        return setting;
    }

    /**
     * Lifts them for a session, right after its login.
     *
     * @param keepsLockTimeout whether the time for locks stays as it was set: for people, who can come again
     */
    public static void lift(Connection connection, DatabaseSettings database, boolean keepsLockTimeout)
            throws SQLException {
        if (database.keepsSessions()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(lifting(false, keepsLockTimeout));
            }
        }
    }

    /** The statement that lifts all of them for a session. */
    public static String liftingForSession() {
        return lifting(false, false);
    }

    /** The statement that lifts all of them for the transaction it is in. */
    public static String liftingForTransaction() {
        return lifting(true, false);
    }

    /** A server that does not know one yet is not asked to set it. */
    private static String lifting(boolean local, boolean keepsLockTimeout) {
        return Arrays.stream(values())
                .filter(limit -> limit != LOCK || !keepsLockTimeout)
                .map(limit -> "case when current_setting('" + limit.setting + "', true) <> '0' then set_config('"
                        + limit.setting + "', '0', " + local + ") end")
                .collect(Collectors.joining(", ", "select ", ""));
    }

    /** The limit that struck, if a failure comes of one. */
    public static Optional<SessionLimit> behind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .flatMap(cause -> Arrays.stream(values()).filter(limit -> limit.struck((SQLException) cause)))
                .findFirst();
    }

    /** Somebody may also cancel a statement by hand; the server then says so. */
    private boolean struck(SQLException failure) {
        return state.equals(failure.getSQLState())
                && (this != STATEMENT
                        || !String.valueOf(failure.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("user request"));
    }

    /** That it struck, in words for people. */
    public String inWords() {
        return "The limit " + setting + " of the PostgreSQL database struck";
    }

    /**
     * What to type in psql to lift it.
     *
     * @param role who logs in; empty when that is not known
     */
    public String toLift(String role) {
        String who = role.isEmpty() ? "current_user" : "\"" + role.replace("\"", "\"\"") + "\"";
        return "alter role " + who + " set " + setting + " = 0 (or by alter database, where it is set there)";
    }
}
