package org.atelier.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.atelier.migrations.SchemaException.Reason;

/** Runs work on the caller's connection, and gives the connection back as it was. */
final class CallersConnection {

    /** What is done with it. */
    interface Work {
        String run() throws SchemaException, SQLException;
    }

    private final Connection connection;
    private final Duration lockWait;

    private CallersConnection(Connection connection, Duration lockWait) {
        this.connection = connection;
        this.lockWait = lockWait;
    }

    /** All of it in one transaction. */
    static String inOneTransaction(Connection connection, Duration lockWait, Work work) throws SchemaException {
        return new CallersConnection(connection, lockWait).run(work, false);
    }

    /** Each statement by itself, for work that only reads: one that fails does not spoil the next. */
    static String inAutoCommit(Connection connection, Work work) throws SchemaException {
        return new CallersConnection(connection, Duration.ZERO).run(work, true);
    }

    private String run(Work work, boolean autoCommit) throws SchemaException {
        try {
            boolean before = connection.getAutoCommit();
            refuseOpenTransaction(before);
            connection.setAutoCommit(autoCommit);
            try {
                refuseMissingSchema();
                String result = autoCommit ? keepSearchPath(work) : transaction(work);
                connection.setAutoCommit(before);
                return result;
            } catch (SQLException | SchemaException | RuntimeException e) {
                undo(before, e);
                throw e;
            }
        } catch (SQLException e) {
            throw SchemaLocks.explain(connection, lockWait, e);
        }
    }

    private String transaction(Work work) throws SQLException, SchemaException {
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            // Read committed whatever the caller's default: after waiting for a lock, see what the other one did.
            statement.execute("set transaction isolation level read committed, read write");
            statement.execute("set local lock_timeout = " + lockWait.toMillis());
        }
        String result = keepSearchPath(work);
        connection.commit();
        return result;
    }

    /** A connection that is lost cannot be given back as it was; the first error is the one to tell. */
    private void undo(boolean autoCommit, Exception error) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
    }

    /** Liquibase sets it for the whole session; a roll-back undoes that, a commit does not. */
    private String keepSearchPath(Work work) throws SQLException, SchemaException {
        String searchPath = ask("show search_path");
        String result = work.run();
        try (PreparedStatement statement = connection.prepareStatement("select set_config('search_path', ?, false)")) {
            statement.setString(1, searchPath);
            statement.execute();
        }
        return result;
    }

    private void refuseOpenTransaction(boolean autoCommit) throws SQLException, SchemaException {
        if (autoCommit) {
            return;
        }
        if (!ask("select pg_current_xact_id_if_assigned()").isEmpty()) {
            throw new SchemaException(
                    Reason.UNUSABLE_CONNECTION,
                    "The schema cannot be updated in the middle of a transaction: commit or roll back first.");
        }
        connection.rollback();
    }

    private void refuseMissingSchema() throws SQLException, SchemaException {
        if (ask("select current_schema()").isEmpty()) {
            throw new SchemaException(
                    Reason.UNUSABLE_CONNECTION,
                    "None of the schemas in the search path (" + ask("show search_path")
                            + ") exists: create one, or correct currentSchema in the database's URL.",
                    List.of(MissingSchema.obstacle(connection, Role.of(connection))));
        }
    }

    private String ask(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            String answer = row.next() ? row.getString(1) : null;
            return answer == null ? "" : answer;
        }
    }
}
