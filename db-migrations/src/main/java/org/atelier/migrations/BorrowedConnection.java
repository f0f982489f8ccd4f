package org.atelier.migrations;

import java.sql.Connection;
import liquibase.database.jvm.JdbcConnection;

/**
 * The caller's connection as Liquibase sees it. Liquibase commits after each change set and closes what it was given;
 * here neither happens, because the whole update is one transaction that its caller ends.
 */
final class BorrowedConnection extends JdbcConnection {

    BorrowedConnection(Connection connection) {
        super(connection);
    }

    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public void setAutoCommit(boolean autoCommit) {}

    @Override
    public void close() {}
}
