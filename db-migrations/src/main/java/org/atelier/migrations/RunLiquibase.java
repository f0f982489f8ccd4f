package org.atelier.migrations;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.core.PostgresDatabase;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.atelier.migrations.SchemaException.Reason;

/**
 * Starts Liquibase on the current transaction. One at a time in a process: Liquibase keeps singletons by database
 * address.
 */
final class RunLiquibase {

    private static final Object ONE_AT_A_TIME = new Object();

    private interface Task {
        void run(Liquibase liquibase) throws Exception;
    }

    private RunLiquibase() {}

    static void update(Connection connection) throws SQLException, SchemaException {
        run(connection, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    static String sql(Connection connection) throws SQLException, SchemaException {
        StringWriter sql = new StringWriter();
        run(connection, liquibase -> liquibase.updateSql(new Contexts(), new LabelExpression(), sql));
        return sql.toString();
    }

    private static void run(Connection connection, Task task) throws SQLException, SchemaException {
        // Quiet on stdout, where results go; and nothing is sent to Liquibase's makers.
        Map<String, Object> quiet = Map.of(
                Scope.Attr.ui.name(), new LoggerUIService(),
                Scope.Attr.logService.name(), new LiquibaseLog(),
                AnalyticsArgs.ENABLED.getKey(), false);
        synchronized (ONE_AT_A_TIME) {
            try {
                Scope.child(quiet, () -> open(connection, task));
            } catch (Exception e) {
                throw unwrapped(e);
            }
        }
    }

    /** The singletons would take the next database at the same address for this one, with its connection. */
    private static void forgetDatabase() {
        LockServiceFactory.getInstance().resetAll();
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .resetAll();
        Scope.getCurrentScope().getSingleton(ExecutorService.class).reset();
    }

    @SuppressWarnings("try") // Liquibase declares close() to throw anything.
    private static void open(Connection connection, Task task) throws Exception {
        PostgresDatabase database = new PostgresDatabase();
        database.setConnection(new BorrowedConnection(connection));
        database.setDefaultSchemaName(connection.getSchema());
        ClassLoader ours = RunLiquibase.class.getClassLoader();
        try (ClassLoaderResourceAccessor files = new ClassLoaderResourceAccessor(ours);
                Liquibase liquibase = new Liquibase(ShippedChangeSets.MASTER, files, database)) {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            task.run(liquibase);
        } finally {
            forgetDatabase();
        }
    }

    /** The server's own error when there is one; Liquibase wraps it many times and repeats the whole statement. */
    private static SQLException unwrapped(Exception error) throws SchemaException {
        Throwable root = error;
        while (root.getCause() != null && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        if (root instanceof SQLException server) {
            return server;
        }
        throw new SchemaException(
                Reason.FAILED, "The schema was not updated, nothing was changed: " + root.getMessage(), error);
    }
}
