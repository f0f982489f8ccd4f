package org.atelier.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.atelier.database.DatabaseException.Kind;
import org.atelier.migrations.Obstacle;
import org.atelier.migrations.Obstacles;
import org.atelier.migrations.Schema;
import org.atelier.migrations.SchemaException;
import org.atelier.migrations.SchemaStatus;
import org.atelier.sql.SessionLimit;
import org.atelier.sql.SqlStates;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever works with the database pass when the database has the schema this program needs; sets up an empty one.
 */
public final class SchemaGate {

    private SchemaGate() {}

    /**
     * Looks at the schema by one query, and brings it up to date where that is allowed.
     *
     * @param notes takes what is worth telling while it is done
     * @throws DatabaseException when the schema does not fit
     */
    public static void pass(Connection connection, Migrate migrate, Consumer<String> notes) {
        SchemaStatus status = status(connection);
        switch (status.state()) {
            case CURRENT -> {}
            case EMPTY -> update(connection, false, "setting up the database", notes);
            case PENDING -> {
                if (migrate == Migrate.MANUAL) {
                    throw older(status);
                }
                update(connection, false, "updating the database's schema", notes);
            }
            case FOREIGN ->
                throw new DatabaseException(
                        Kind.FOREIGN,
                        "the database holds tables of our names that this program did not make",
                        String.join(", ", status.foreignTables()),
                        "",
                        null);
            case NEWER ->
                throw new DatabaseException(
                        Kind.NEWER,
                        "the database was set up by a newer release than this program",
                        "",
                        "use that release or a later one",
                        null);
        }
    }

    /** How the database stands to this program. */
    public static SchemaStatus status(Connection connection) {
        try {
            return Schema.status(connection);
        } catch (SQLException e) {
            throw SqlStates.has(e, SqlStates.NO_RIGHT) ? refused(connection, e) : lost(connection, e);
        }
    }

    /** Of a role that may not even see what is applied. */
    private static DatabaseException refused(Connection connection, SQLException e) {
        try {
            return Obstacles.ofRuns(connection).stream()
                    .findFirst()
                    .map(found -> obstacle(found.what(), found.fix(), e))
                    .orElseGet(() -> notAllowed(e));
        } catch (SQLException again) {
            e.addSuppressed(again);
            return notAllowed(e);
        }
    }

    /** The failure of a statement that the role may not do. */
    public static DatabaseException notAllowed(Exception e) {
        return new DatabaseException(
                Kind.NO_RIGHT, "the role may not do that in the database", SqlStates.words(e), "", e);
    }

    /** Brings the schema up to date, after a note. */
    public static void update(Connection connection, boolean adopt, String note, Consumer<String> notes) {
        notes.accept(note);
        try {
            Schema.update(connection, adopt);
        } catch (SchemaException e) {
            throw refused(connection, e);
        }
    }

    /** The statements an update would run. */
    public static String pendingSql(Connection connection) {
        try {
            return Schema.pendingSql(connection);
        } catch (SchemaException e) {
            throw refused(connection, e);
        }
    }

    /**
     * The failure of a query that should have worked.
     *
     * @param role who logs in; empty when that is not known
     * @param e with what the server said, itself or as a cause
     */
    public static DatabaseException lost(String role, Exception e) {
        return SqlStates.has(e, SqlStates.NO_RIGHT)
                ? notAllowed(e)
                : SessionLimit.behind(e).map(limit -> struck(limit, role, e)).orElseGet(() -> gone(e));
    }

    /** The same, of a query on that connection. */
    static DatabaseException lost(Connection connection, SQLException e) {
        try {
            return lost(connection.getMetaData().getUserName(), e);
        } catch (SQLException closed) {
            return lost("", e);
        }
    }

    private static DatabaseException struck(SessionLimit limit, String role, Exception e) {
        return new DatabaseException(
                Kind.LIMIT,
                limit.inWords(),
                String.valueOf(e.getMessage()),
                "to lift it, in psql: " + limit.toLift(role),
                e);
    }

    private static DatabaseException gone(Exception e) {
        return new DatabaseException(
                Kind.GONE, "the database did not answer a query", String.valueOf(e.getMessage()), "", e);
    }

    /**
     * Sees that runs may work with what is there, and that the server knows the plant's time zone.
     *
     * @throws DatabaseException with what an administrator types
     */
    public static void requireUsable(Connection connection, ZoneId zone) {
        try {
            List<Obstacle> obstacles = new ArrayList<>(Obstacles.ofRuns(connection));
            PlantZone.obstacle(connection, zone).ifPresent(obstacles::add);
            if (!obstacles.isEmpty()) {
                Obstacle first = obstacles.get(0);
                throw obstacle(first.what(), first.fix(), null);
            }
        } catch (SQLException e) {
            throw lost(connection, e);
        }
    }

    private static DatabaseException obstacle(String why, String fix, @Nullable Throwable cause) {
        return new DatabaseException(Kind.OBSTACLE, "the database cannot be used as it is", why, fix, cause);
    }

    private static DatabaseException older(SchemaStatus status) {
        return new DatabaseException(
                Kind.OLDER,
                "the database's schema is older than this program",
                status.pending().size() + " changes are pending",
                "",
                null);
    }

    /** What an update waits for in vain is told as such; its own time for that is no limit of the database. */
    private static DatabaseException refused(Connection connection, SchemaException e) {
        if (e.reason() == SchemaException.Reason.FAILED
                && e.getCause() instanceof SQLException sql
                && SessionLimit.behind(sql).isPresent()) {
            return lost(connection, sql);
        }
        String fix = e.fix();
        if (fix != null) {
            return obstacle(String.valueOf(e.getMessage()), fix, e);
        }
        Kind kind = switch (e.reason()) {
            case LOCKED -> Kind.LOCKED;
            case FAILED -> Kind.FAILED;
            default -> Kind.UNCHANGED;
        };
        return new DatabaseException(kind, "the schema was not changed", String.valueOf(e.getMessage()), "", e);
    }
}
