package org.atelier.observe.notify;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Runs that have ended and were not looked at yet: each is once. What ended days ago is no news to a new target. */
final class EndedRuns {

    /** A run whose process died between Spring Batch's record and ours has no exit code; it is waited for a while. */
    private static final String SELECT = """
            select r.job_execution_id as run, r.job, r.scope, r.exit_code, r.failure_kind, r.failure_told, r.next_step,
                   e.status, exists (select from atelier_run n where n.scope = r.scope and (n.exit_code = 0 or n.failure_kind = 'gate')
                                        and n.job_execution_id > r.job_execution_id) as over
              from atelier_run r join batch_job_execution e on e.job_execution_id = r.job_execution_id
             where r.looked_at is null and e.status in ('COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED')
               and (r.exit_code is not null or r.cause is not null
                 or coalesce(e.end_time, e.last_updated) < now() at time zone 'UTC' - interval '5 minutes')
               and coalesce(e.end_time, e.last_updated) > now() at time zone 'UTC' - interval '3 days'
             order by run
            """;

    private static final String OLD = """
            update atelier_run r set looked_at = now() from batch_job_execution e
             where e.job_execution_id = r.job_execution_id and r.looked_at is null
               and e.end_time < now() at time zone 'UTC' - interval '3 days'
            """;

    private static final RowMapper<Ended> ENDED = (row, context) -> new Ended(
            row.getLong("run"),
            row.getString("job"),
            row.getString("scope"),
            row.getObject("exit_code", Integer.class),
            row.getString("status"),
            row.getString("failure_kind"),
            row.getString("failure_told"),
            row.getString("next_step"),
            row.getBoolean("over"));

    private final Handle handle;

    EndedRuns(Handle handle) {
        this.handle = handle;
    }

    /**
     * One of them.
     *
     * @param exitCode null when its end could not be recorded
     * @param kind of the failure; null when it did not fail, or nobody knows
     * @param over whether a later run of its scope went well
     */
    record Ended(
            long run,
            String job,
            String scope,
            @Nullable Integer exitCode,
            String status,
            @Nullable String kind,
            @Nullable String told,
            @Nullable String next,
            boolean over) {

        /** What it loaded that needs a look is told of its own. */
        boolean isGood() {
            return exitCode != null && (exitCode == 0 || "gate".equals(kind));
        }

        boolean isDead() {
            return "died".equals(kind);
        }

        /** A run that was stopped as asked, or given up by people, is neither good nor bad. */
        boolean isBad() {
            return !isGood() && !isDead() && (status.equals("FAILED") || status.equals("COMPLETED"));
        }
    }

    /** Takes them, the oldest first; they count as looked at when the transaction commits. */
    List<Ended> take() {
        handle.execute(OLD);
        List<Ended> ended = handle.createQuery(SELECT).map(ENDED).list();
        handle.createUpdate("update atelier_run set looked_at = now() where job_execution_id = any(:runs)")
                .bindArray("runs", Long.class, ended.stream().map(Ended::run).toList())
                .execute();
        return ended;
    }
}
