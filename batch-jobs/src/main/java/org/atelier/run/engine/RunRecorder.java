package org.atelier.run.engine;

import java.util.function.LongFunction;
import org.atelier.run.EndRequest;
import org.atelier.run.RunIdentity;
import org.atelier.run.RunOwner;
import org.atelier.sql.FindFailure;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Writes down who runs, when the run begins; table {@code atelier_run}. Tells a run that was cancelled because it was
 * to stop from one that failed.
 */
final class RunRecorder implements JobExecutionListener {

    private final Jdbi jdbi;
    private final RunIdentity identity;
    private final RunOwner owner;
    private final EndRequest end;
    private final LongFunction<String> begun;
    private final FindFailure find;
    private volatile @Nullable JobExecution execution;

    /** @param begun told the key of the execution before any step starts; opens the run's own log and names it */
    RunRecorder(
            Jdbi jdbi,
            RunIdentity identity,
            RunOwner owner,
            EndRequest end,
            LongFunction<String> begun,
            FindFailure find) {
        this.jdbi = jdbi;
        this.identity = identity;
        this.owner = owner;
        this.end = end;
        this.begun = begun;
        this.find = find;
    }

    /** The run, as far as it came; null when it did not begin. */
    @Nullable JobExecution execution() {
        return execution;
    }

    @Override
    public void afterJob(JobExecution ended) {
        if (end.isAsked()
                && ended.getStatus() == BatchStatus.FAILED
                && find.isCancelled(ended.getAllFailureExceptions())) {
            ended.setStatus(BatchStatus.STOPPED);
            ended.setExitStatus(ExitStatus.STOPPED);
        }
    }

    @Override
    public void beforeJob(JobExecution begins) {
        execution = begins;
        String log = begun.apply(begins.getId());
        jdbi.useHandle(handle -> {
            // What an earlier run of the scope left to do is done, or superseded, by this one.
            handle.createUpdate("update atelier_run set next_step = null, next_action = null"
                            + " where scope = :scope and next_step is not null")
                    .bind("scope", identity.scope())
                    .execute();
            handle.createUpdate("""
                        insert into atelier_run (job_execution_id, job, scope, epoch, trigger_kind, version, owner_host,
                                                 owner_pid, owner_pod, heartbeat, log_file)
                        values (:execution, :job, :scope, :epoch, :trigger, :version, :host, :pid, :pod, now(), :log)
                        """)
                    .bind("execution", begins.getId())
                    .bind("job", begins.getJobInstance().getJobName())
                    .bind("scope", identity.scope())
                    .bind("epoch", identity.epoch())
                    .bind("trigger", owner.trigger())
                    .bind("version", owner.version())
                    .bind("host", owner.host())
                    .bind("pid", owner.pid())
                    .bind("pod", owner.pod())
                    .bind("log", log)
                    .execute();
        });
    }
}
