package org.atelier.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.atelier.migrations.SchemaException.Reason;

/**
 * One update of a schema at a time. The lock ends with the transaction, so a killed process leaves none; Liquibase's
 * own lock row is written and cleared inside the same transaction, so what others see of it locked is from another
 * tool.
 */
final class SchemaLocks {

    /** First half of the advisory lock's key, the letters ATLS; the second half is the schema. */
    static final int KEY = 0x41544c53;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String NO_RIGHT = "42501";

    private static final String HOLDER = """
            select 'process ' || a.pid || ' (' || coalesce(nullif(a.application_name, ''), 'unnamed')
                || coalesce(' on ' || host(a.client_addr), '') || ', since '
                || to_char(a.xact_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ')'
            from pg_catalog.pg_locks l
            join pg_catalog.pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.classid::bigint = %d and l.objsubid = 2
                and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
            """.formatted(KEY);

    private static final String LOCK_TABLE =
            "select to_regclass(quote_ident(current_schema()) || '.databasechangeloglock')";

    private SchemaLocks() {}

    /** Waits for other updates of this schema, at most the transaction's {@code lock_timeout}. */
    static void take(Connection connection) throws SQLException, SchemaException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + KEY + ", hashtext(current_schema()))");
            String table = first(statement, LOCK_TABLE);
            if (table.isEmpty()) {
                return;
            }
            String holder = first(
                    statement,
                    "select lockedby || ' since ' || lockgranted from " + table + " where locked for update");
            if (!holder.isEmpty()) {
                throw new SchemaException(
                        Reason.LOCKED,
                        "Another tool holds Liquibase's lock: " + holder
                                + ". If it no longer runs, free the lock with the statement: update " + table
                                + " set locked = false, lockgranted = null, lockedby = null");
            }
        }
    }

    /** What an error of the server means; asks who holds the lock when that is what we waited for. */
    static SchemaException explain(Connection connection, Duration waited, SQLException error) {
        if (NO_RIGHT.equals(error.getSQLState())) {
            return new SchemaException(List.of(new Obstacle(
                    "the schema was not updated, nothing was changed: " + error.getMessage(),
                    "log in as the owner of these tables, or have their owner grant its role")));
        }
        if (!LOCK_NOT_AVAILABLE.equals(error.getSQLState())) {
            return new SchemaException(
                    Reason.FAILED, "The schema was not updated, nothing was changed: " + error.getMessage(), error);
        }
        String who = "a running job or session";
        try (Statement statement = connection.createStatement()) {
            String holder = first(statement, HOLDER);
            who = holder.isEmpty() ? who : holder;
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
        return new SchemaException(
                Reason.LOCKED,
                "The schema was not updated: waited " + waited.toSeconds() + " s for " + who
                        + ". Try again when it has ended.",
                error);
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            String answer = row.next() ? row.getString(1) : null;
            return answer == null ? "" : answer;
        }
    }
}
