package org.atelier.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.atelier.migrations.SchemaException.Reason;

/** Runs work as one transaction of the caller's connection, and gives the connection back as it was. */
final class OneTransaction {

    /** What is done in the transaction. */
    interface Work {
        String run() throws SchemaException, SQLException;
    }

    private final Connection connection;
    private final Duration lockWait;

    private OneTransaction(Connection connection, Duration lockWait) {
        this.connection = connection;
        this.lockWait = lockWait;
    }

    static String commit(Connection connection, Duration lockWait, Work work) throws SchemaException {
        return new OneTransaction(connection, lockWait).run(work, true);
    }

    static String rollBack(Connection connection, Duration lockWait, Work work) throws SchemaException {
        return new OneTransaction(connection, lockWait).run(work, false);
    }

    private String run(Work work, boolean keep) throws SchemaException {
        try {
            boolean autoCommit = connection.getAutoCommit();
            refuseOpenTransaction(autoCommit);
            connection.setAutoCommit(false);
            try {
                return inside(work, keep);
            } finally {
                // Nothing is open any more after a commit; after an error this undoes everything.
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw SchemaLocks.explain(connection, lockWait, e);
        }
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

    private String inside(Work work, boolean keep) throws SQLException, SchemaException {
        try (Statement statement = connection.createStatement()) {
            // Read committed whatever the caller's default: after waiting for a lock, see what the other one did.
            statement.execute("set transaction isolation level read committed, read write");
            statement.execute("set local lock_timeout = " + lockWait.toMillis());
        }
        if (ask("select current_schema()").isEmpty()) {
            throw new SchemaException(
                    Reason.UNUSABLE_CONNECTION,
                    "None of the schemas in the search path (" + ask("show search_path")
                            + ") exists: create one, or correct currentSchema in the database's URL.");
        }
        String searchPath = ask("show search_path");
        String result = work.run();
        if (keep) {
            restoreSearchPath(searchPath);
            connection.commit();
        }
        return result;
    }

    /** Liquibase sets it for the whole session; a roll-back undoes that, a commit does not. */
    private void restoreSearchPath(String searchPath) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('search_path', ?, false)")) {
            statement.setString(1, searchPath);
            statement.execute();
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
