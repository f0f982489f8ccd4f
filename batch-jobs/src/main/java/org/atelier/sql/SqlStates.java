package org.atelier.sql;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL's five-letter codes mean to a run. */
public final class SqlStates {

    /** A lock was not had in time. */
    public static final String LOCK_NOT_HAD = "55P03";

    /** A statement was cancelled. */
    public static final String CANCELLED = "57014";

    /** The role may not do that. */
    public static final String NO_RIGHT = "42501";

    /** The server's disk is full. */
    public static final String DISK_FULL = "53100";

    /** A server that shuts down, crashed or starts up, or that has no connection left. */
    private static final Set<String> SERVER_GONE = Set.of("57P01", "57P02", "57P03", "57P05", "53300");

    /** A serialization failure, a deadlock: the same again goes well. */
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");

    /**
     * Classes of refusals that lie in the data: a value that its column does not hold, a constraint, a view's check, a
     * limit of the server's own formats. Not what a trigger of the plant's raises without a code: it may mean "not
     * now".
     */
    private static final Set<String> DATA = Set.of("22", "23", "44", "54");

    /** Causes may lead in a circle. */
    private static final int DEEPEST = 30;

    private SqlStates() {}

    /** Whether the connection or the server behind it is gone. */
    public static boolean serverGone(@Nullable String state) {
        return state != null && (state.startsWith("08") || SERVER_GONE.contains(state));
    }

    /** Whether a failure says so, itself or by what is behind it. */
    public static boolean serverGone(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause instanceof SQLException sql && serverGone(sql.getSQLState()));
    }

    /** The refusal of data that is, or is behind, a failure; null when it has another reason. */
    public static @Nullable SQLException refusedData(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(cause -> cause instanceof SQLException sql && refusesData(sql.getSQLState()))
                .map(SQLException.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** The server's own sentence, without the details, which quote a whole row. */
    public static String sentence(SQLException refused) {
        ServerErrorMessage server = refused instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String sentence = server == null ? refused.getMessage() : server.getMessage();
        return sentence + " (SQLSTATE " + refused.getSQLState() + ")";
    }

    private static boolean refusesData(@Nullable String state) {
        return state != null && state.length() == 5 && DATA.contains(state.substring(0, 2));
    }

    /** Whether a failure has that code, itself or by what is behind it. */
    public static boolean has(Throwable failure, String state) {
        return of(failure).anyMatch(sql -> state.equals(sql.getSQLState()));
    }

    /** What the server said. */
    public static String words(Throwable failure) {
        return of(failure)
                .map(sql -> String.valueOf(sql.getMessage()).lines().findFirst().orElse(""))
                .reduce("", (outer, inner) -> inner);
    }

    private static Stream<SQLException> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    public static boolean tryAgain(@Nullable String state) {
        return state != null && TRY_AGAIN.contains(state);
    }
}
