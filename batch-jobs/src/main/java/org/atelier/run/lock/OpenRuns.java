package org.atelier.run.lock;

import java.util.List;
import java.util.function.Function;
import org.atelier.run.FailureKind;
import org.atelier.run.NextStep;
import org.jdbi.v3.core.Handle;

/**
 * Runs whose record says they are at work. Whoever holds their scope's lock knows that they are dead.
 *
 * <p>Their record is mended by SQL, in one transaction, since {@code JobOperator.recover} leaves what is
 * {@code UNKNOWN}, needs a Spring context, and takes a transaction a row.
 */
final class OpenRuns {

    private static final String OPEN = "('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')";

    private OpenRuns() {}

    /** Those of a scope, the oldest first. */
    static List<Long> of(Handle handle, String scope) {
        return handle.createQuery(
                        "select e.job_execution_id from batch_job_execution e where e.status in " + OPEN + """
                           and (exists (select from atelier_run r
                                         where r.job_execution_id = e.job_execution_id and r.scope = :scope)
                             or exists (select from batch_job_execution_params p
                                         where p.job_execution_id = e.job_execution_id and p.parameter_name = 'scope'
                                           and p.parameter_value = :scope))
                         order by 1
                        """)
                .bind("scope", scope)
                .mapTo(Long.class)
                .list();
    }

    /**
     * Ends them, with the steps they left open, at their last sign of life.
     *
     * @param status {@code FAILED} or {@code STOPPED}; both can be restarted
     * @param kind what to people is the same failure
     * @param inWords what people type to do a step
     */
    static void end(
            Handle handle,
            List<Long> runs,
            String status,
            FailureKind kind,
            String cause,
            Function<NextStep, String> inWords) {
        for (String table : List.of("batch_step_execution", "batch_job_execution")) {
            handle.createUpdate("update " + table + " s" + SET + ENDED + " where s.job_execution_id = any(:runs)"
                            + " and s.status in " + OPEN)
                    .bindArray("runs", Long.class, runs.toArray())
                    .bind("status", status)
                    .bind("cause", cause)
                    .execute();
        }
        List<NextStep> restarts = runs.stream().map(NextStep::restart).toList();
        handle.createUpdate(TELL)
                .bindArray("runs", Long.class, runs.toArray())
                .bindArray("steps", String.class, restarts.stream().map(inWords).toArray())
                .bindArray(
                        "actions",
                        String.class,
                        restarts.stream().map(step -> step.json().text()).toArray())
                .bind("cause", cause)
                .bind("kind", kind.word())
                .execute();
    }

    /** Ends the steps that earlier runs of the same work left open: one of them would forbid a restart. */
    static void endSteps(Handle handle, long instance) {
        handle.createUpdate("update batch_step_execution s" + SET + ENDED
                        + " where s.job_execution_id in (select job_execution_id from batch_job_execution"
                        + " where job_instance_id = :instance) and s.status in " + OPEN)
                .bind("instance", instance)
                .bind("status", "FAILED")
                .bind("cause", "its end could not be recorded")
                .execute();
    }

    private static final String TELL = """
            update atelier_run r
               set cause = :cause, failure_told = :cause, failure_kind = :kind,
                   (next_step, next_action) =
                       (select n.step, n.action::jsonb
                         where not exists (select from atelier_run newer
                                            where newer.scope = r.scope
                                              and newer.job_execution_id > r.job_execution_id))
              from unnest(:runs, :steps, :actions) as n (run, step, action)
             where r.job_execution_id = n.run
            """;
    private static final String SET = " set status = :status, exit_code = :status, exit_message = :cause,"
            + " version = s.version + 1, last_updated = now() at time zone 'UTC',";
    private static final String ENDED = " end_time = coalesce(s.end_time, (select r.heartbeat at time zone 'UTC'"
            + " from atelier_run r where r.job_execution_id = s.job_execution_id), now() at time zone 'UTC')";
}
