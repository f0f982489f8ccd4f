package org.atelier.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import jdk.jfr.FlightRecorder;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.JdbiStatementEvent;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jdbi for PostgreSQL. Statements are constants with parameters such as {@code :run}; they are no templates, {@code <}
 * is always an operator.
 */
public final class Sql {

    private static final Logger LOG = LoggerFactory.getLogger(Sql.class);

    private Sql() {}

    /** On one connection, which stays the caller's to close. */
    public static Jdbi on(Connection connection) {
        return prepared(Jdbi.create(connection));
    }

    /** On a connection of the source's for each handle. */
    public static Jdbi on(DataSource source) {
        return prepared(Jdbi.create(source));
    }

    /** On a connection of its own for each handle, which closes it. */
    public static Jdbi on(ConnectionFactory connections) {
        return prepared(Jdbi.create(connections));
    }

    /**
     * Asks, for who takes failures as plain JDBC has them.
     *
     * @throws SQLException what the database said, without the statement and its values
     */
    public static <T, X extends Exception> T ask(Jdbi jdbi, HandleCallback<T, X> question) throws SQLException, X {
        try (Handle handle = jdbi.open()) {
            return question.withHandle(handle);
        } catch (JdbiException e) {
            throw fault(e);
        }
    }

    /** What the database said, without the statement and its values. */
    public static SQLException fault(JdbiException failure) {
        return failure.getCause() instanceof SQLException cause
                ? new SQLException(cause.getMessage(), cause.getSQLState(), failure)
                : new SQLException(failure.getClass().getSimpleName(), failure);
    }

    /**
     * Makes the first statement of this process quicker, on a thread of its own: Jdbi tells Java's Flight Recorder of
     * each, and to get that ready takes 0.05 s, in which a database may be asked for a connection.
     */
    public static void getReady() {
        Thread thread = new Thread(() -> FlightRecorder.register(JdbiStatementEvent.class), "sql");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ignored, e) -> LOG.debug("Java has no Flight Recorder", e));
        thread.start();
    }

    private static Jdbi prepared(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setSqlParser(new NamedParameters());
        // What is bound may be a customer's name, and the texts of exceptions go to logs.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi.installPlugin(new PostgresPlugin());
    }
}
