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
import liquibase.database.core.PostgresDatabase;
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

    static void update(Connection connection) throws SchemaException {
        run(connection, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    static String sql(Connection connection) throws SchemaException {
        StringWriter sql = new StringWriter();
        run(connection, liquibase -> liquibase.updateSql(new Contexts(), new LabelExpression(), sql));
        return sql.toString();
    }

    private static void run(Connection connection, Task task) throws SchemaException {
        // Quiet on stdout, where results go; and nothing is sent to Liquibase's makers.
        Map<String, Object> quiet = Map.of(
                Scope.Attr.ui.name(), new LoggerUIService(),
                Scope.Attr.logService.name(), new LiquibaseLog(),
                AnalyticsArgs.ENABLED.getKey(), false);
        synchronized (ONE_AT_A_TIME) {
            try {
                Scope.child(quiet, () -> open(connection, task));
            } catch (Exception e) {
                throw new SchemaException(
                        Reason.FAILED, "The schema was not updated, nothing was changed: " + rootMessage(e), e);
            }
        }
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
        }
    }

    /** The server's own words; Liquibase wraps them many times and repeats the whole statement. */
    private static String rootMessage(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
