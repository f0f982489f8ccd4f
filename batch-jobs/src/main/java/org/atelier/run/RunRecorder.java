package org.atelier.run;

import java.util.function.LongFunction;
import org.jdbi.v3.core.Jdbi;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Writes down who runs, when the run begins; table {@code atelier_run}. */
final class RunRecorder implements JobExecutionListener {

    private final Jdbi jdbi;
    private final RunIdentity identity;
    private final RunOwner owner;
    private final LongFunction<String> begun;

    /** @param begun told the key of the execution before any step starts; opens the run's own log and names it */
    RunRecorder(Jdbi jdbi, RunIdentity identity, RunOwner owner, LongFunction<String> begun) {
        this.jdbi = jdbi;
        this.identity = identity;
        this.owner = owner;
        this.begun = begun;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        String log = begun.apply(execution.getId());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into atelier_run (job_execution_id, job, scope, epoch, trigger_kind, version, owner_host,
                                                 owner_pid, owner_pod, heartbeat, log_file)
                        values (:execution, :job, :scope, :epoch, :trigger, :version, :host, :pid, :pod, now(), :log)
                        """)
                .bind("execution", execution.getId())
                .bind("job", execution.getJobInstance().getJobName())
                .bind("scope", identity.scope())
                .bind("epoch", identity.epoch())
                .bind("trigger", owner.trigger())
                .bind("version", owner.version())
                .bind("host", owner.host())
                .bind("pid", owner.pid())
                .bind("pod", owner.pod())
                .bind("log", log)
                .execute());
    }
}
