package org.atelier.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.atelier.migrations.SchemaException.Reason;
import org.atelier.migrations.SchemaStatus.State;

/**
 * The schema of the database: looks at it, brings it up to date. It is the current schema of the connection,
 * {@code public} or another.
 *
 * <p>Each method works on the caller's connection alone and leaves it open, its auto-commit and search path as they
 * were. The connection must not be in the middle of a transaction that wrote something. Calls may come from any number
 * of threads and processes at once, each with its own connection.
 */
public final class Schema {

    /** How long an update waits for another one, and its statements for running jobs. */
    private static final Duration LOCK_WAIT = Duration.ofMinutes(1);

    private Schema() {}

    /**
     * How the database stands to this program. One query; changes nothing, and is fit for every start of a program.
     *
     * @throws SQLException when the server cannot be asked
     */
    public static SchemaStatus status(Connection connection) throws SQLException {
        return ReadStatus.from(connection);
    }

    /**
     * Brings the schema up to date, all in one transaction: after an error or a killed process nothing has changed and
     * no lock is left. Two at once: the second waits, then finds nothing to do. Prints nothing.
     *
     * @param adopt whether tables of our names that earlier scripts made are to be moved, as they are, to the schema
     *     {@value MoveForeignTables#TARGET}
     * @throws SchemaException with a reason and what to do; nothing was changed
     */
    public static void update(Connection connection, boolean adopt) throws SchemaException {
        update(connection, adopt, LOCK_WAIT);
    }

    static void update(Connection connection, boolean adopt, Duration lockWait) throws SchemaException {
        CallersConnection.inOneTransaction(connection, lockWait, () -> {
            SchemaLocks.take(connection);
            SchemaStatus status = ReadStatus.from(connection);
            refuseNewer(status);
            List<Obstacle> obstacles = Obstacles.ofUpdate(connection, status, adopt);
            if (!obstacles.isEmpty()) {
                throw new SchemaException(obstacles);
            }
            if (status.state() == State.FOREIGN && adopt) {
                MoveForeignTables.move(connection, status.foreignTables());
            } else {
                refuseForeign(status);
            }
            if (!status.pending().isEmpty()) {
                RunLiquibase.update(connection);
            }
            return "";
        });
    }

    /**
     * The statements {@link #update} would run, with Liquibase's own; empty when there is nothing to do. Changes
     * nothing.
     *
     * @throws SchemaException where {@link #update} without adoption would
     */
    public static String pendingSql(Connection connection) throws SchemaException {
        return CallersConnection.inAutoCommit(connection, () -> {
            SchemaStatus status = ReadStatus.from(connection);
            refuseNewer(status);
            refuseForeign(status);
            return status.pending().isEmpty() ? "" : RunLiquibase.sql(connection);
        });
    }

    private static void refuseNewer(SchemaStatus status) throws SchemaException {
        if (status.state() == State.NEWER) {
            throw new SchemaException(
                    Reason.NEWER,
                    "The database was set up by a newer release than this program; use that release or a later one.");
        }
    }

    private static void refuseForeign(SchemaStatus status) throws SchemaException {
        if (status.state() == State.FOREIGN) {
            throw new SchemaException(
                    Reason.FOREIGN_TABLES,
                    "The database holds tables of our names that this program did not make: "
                            + String.join(", ", status.foreignTables())
                            + ". Move them, as they are, to the schema " + MoveForeignTables.TARGET
                            + " and set up ours with: atelier db update --adopt");
        }
    }
}
