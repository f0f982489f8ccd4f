package org.atelier.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The caller's connection as Liquibase sees it. Liquibase commits after each change set, rolls back after a look at a
 * table that is not there, and closes what it was given; here a commit is a savepoint and a roll-back goes back to the
 * last one, because the whole update is one transaction that its caller ends. In auto-commit mode both are nothing.
 */
final class BorrowedConnection extends JdbcConnection {

    private final Connection connection;
    private @Nullable Savepoint committed;

    BorrowedConnection(Connection connection) throws SQLException {
        super(connection);
        this.connection = connection;
        this.committed = connection.getAutoCommit() ? null : connection.setSavepoint();
    }

    @Override
    public void commit() throws DatabaseException {
        try {
            if (committed != null) {
                connection.releaseSavepoint(committed);
                committed = connection.setSavepoint();
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void rollback() throws DatabaseException {
        try {
            if (committed != null) {
                connection.rollback(committed);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {}

    @Override
    public void close() {}
}
