package org.atelier.machinelogs.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Copies the details of a session whose row this transaction holds. PostgreSQL need not look for that row at each
 * detail then, which would be more than half of its work: the check of the foreign key is left out for the time of the
 * copy, where that takes nothing else away.
 *
 * <p>It takes a role that may set {@code session_replication_role} (a superuser, or {@code grant set on parameter}),
 * and tables without triggers of the plant's own and without foreign keys but to the session. Elsewhere the details are
 * copied with the check. Thread-safe.
 */
final class HeldSession {

    /** Below it the two statements cost more than the checks. */
    private static final long WORTH_IT = 1_000;

    private static final String CHECKS_OFF = """
            with detail (id) as (values %s)
            select case when has_parameter_privilege('session_replication_role', 'set')
                         and current_setting('session_replication_role') = 'origin'
                         and not exists (select from pg_trigger t join detail d on t.tgrelid = d.id
                                          where not t.tgisinternal)
                         and not exists (select from pg_constraint c join detail d on c.conrelid = d.id
                                          where c.contype = 'f' and c.confrelid <> 'session_production'::regclass)
                        then set_config('session_replication_role', 'replica', true) end is not null
            """.formatted(Stream.of(DetailTable.values())
            .map(detail -> "('" + detail.table() + "'::regclass)")
            .collect(Collectors.joining(", ")));

    private static final String CHECKS_ON = "select set_config('session_replication_role', 'origin', true)";

    private final Jdbi jdbi;

    HeldSession(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Copies in the transaction that is open, which has inserted or updated the session's row.
     *
     * @param rows how many details there are
     */
    void copy(long rows, Details details) throws SQLException, IOException {
        boolean unchecked = rows >= WORTH_IT && is(CHECKS_OFF);
        details.copy();
        if (unchecked) {
            // After a failure the rollback does it.
            jdbi.useHandle(
                    handle -> handle.createQuery(CHECKS_ON).mapTo(String.class).one());
        }
    }

    private boolean is(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Boolean.class).one());
    }

    /** The copying. */
    @FunctionalInterface
    interface Details {

        /** Copies them all. */
        void copy() throws SQLException, IOException;
    }
}
