package org.atelier.run.lock;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.atelier.run.DayRange;
import org.atelier.run.NextStep;
import org.atelier.run.Rebuild;
import org.atelier.run.RunRefusedException;
import org.atelier.run.RunRefusedException.Reason;
import org.atelier.run.RunTarget;
import org.atelier.run.RunWork;
import org.atelier.run.Shard;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Decides which instance of its job a start runs. Only the newest instance of a scope can be continued: an older one's
 * plan names file contents that a newer one may have replaced.
 *
 * <p>Works in the transaction of the take-over, by whoever holds the scope's lock.
 */
public final class RunIdentities {

    /** The parameter, not an identifying one, that says how a range was built. */
    public static final String REBUILD = "rebuild";

    private static final String SELECT =
            "select run_id, job_instance_id, job, scope, seq, range_from::text as range_from,"
                    + " range_to::text as range_to, attempt, status, parameters ->> '" + REBUILD
                    + "' as rebuild from v_run ";

    private final Handle handle;
    private final String job;
    private final String scope;

    RunIdentities(Handle handle, String job, String scope) {
        this.handle = handle;
        this.job = job;
        this.scope = scope;
    }

    /** An earlier run; {@code seq} of a tick, the days and {@code attempt} of a range. */
    private record Earlier(
            long run,
            long instance,
            @Nullable Long seq,
            @Nullable DayRange days,
            long attempt,
            String status,
            @Nullable Rebuild rebuild) {}

    /** The identifying parameters, and the range they name. */
    record Chosen(
            Map<String, Object> parameters,
            @Nullable DayRange days,
            @Nullable Rebuild rebuild) {}

    /** The parameters of the instance to run; {@code seq} numbers a new tick. */
    Chosen choose(RunTarget target, long seq) {
        if (target instanceof RunTarget.Range range) {
            return ofRange(range);
        }
        if (target instanceof RunTarget.Resume resume) {
            return ofEarlier(resumable(resume.runId()));
        }
        return tick(seq);
    }

    private Chosen ofRange(RunTarget.Range range) {
        Earlier last = lastOfRange(range.days());
        if (last == null) {
            return range(range.days(), 1, range.rebuild());
        }
        if (range.again() || last.status().equals("ABANDONED")) {
            return range(range.days(), last.attempt() + 1, range.rebuild());
        }
        if (last.status().equals("COMPLETED")) {
            throw new RunRefusedException(
                    Reason.OVER,
                    "the days " + range.days() + " of " + job + " are complete",
                    "run " + last.run() + " did them",
                    work(range.days(), range.rebuild()).again().to("to do them again"));
        }
        // Superseded, the same work begins again: it lists its sources again and finds done what is done. So does one
        // whose plan was made from other places than those asked for now.
        boolean goesOn = newestInstance() <= last.instance() && last.rebuild() == range.rebuild();
        return goesOn ? ofEarlier(last) : range(range.days(), last.attempt() + 1, range.rebuild());
    }

    /** The work that a run did, or was to do. */
    RunWork work(long runId) {
        Earlier run = one("where run_id = :run", "run", runId);
        return run == null ? work(null, null) : work(run.days(), run.rebuild());
    }

    private RunWork work(@Nullable DayRange days, @Nullable Rebuild rebuild) {
        return new RunWork(job, scope, days, rebuild);
    }

    private Chosen range(DayRange days, long attempt, @Nullable Rebuild rebuild) {
        Map<String, Object> parameters = ofScope();
        parameters.put("from", days.from().toString());
        parameters.put("to", days.to().toString());
        parameters.put("attempt", attempt);
        return new Chosen(parameters, days, rebuild);
    }

    private Chosen tick(long seq) {
        Map<String, Object> parameters = ofScope();
        parameters.put("seq", seq);
        return new Chosen(parameters, null, null);
    }

    private Map<String, Object> ofScope() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("scope", scope);
        Shard shard = Shard.ofScope(scope);
        if (shard != null) {
            parameters.put("shard", shard.toString());
        }
        return parameters;
    }

    private Chosen ofEarlier(Earlier run) {
        OpenRuns.endSteps(handle, run.instance());
        if (run.days() != null) {
            return range(run.days(), run.attempt(), run.rebuild());
        }
        return tick(run.seq() == null ? 0L : run.seq());
    }

    private Earlier resumable(long runId) {
        Earlier last = one(
                "where job_instance_id = (select job_instance_id from batch_job_execution"
                        + " where job_execution_id = :run) order by run_id desc limit 1",
                "run",
                runId);
        if (last == null) {
            throw new RunRefusedException(
                    Reason.NOT_FOUND,
                    "there is no run " + runId,
                    "",
                    new NextStep.OfJob(NextStep.JobAction.HISTORY, job));
        }
        if (last.status().equals("COMPLETED")) {
            throw complete(runId, last);
        }
        if (last.status().equals("ABANDONED")) {
            throw new RunRefusedException(
                    Reason.OVER,
                    "run " + runId + " was abandoned",
                    "",
                    work(last.days(), last.rebuild()).start().to("to start anew"));
        }
        long newest = newestInstance();
        if (newest > last.instance()) {
            throw superseded(runId, newest);
        }
        return last;
    }

    private RunRefusedException complete(long runId, Earlier last) {
        return new RunRefusedException(
                Reason.OVER,
                "run " + runId + " is complete",
                last.run() == runId ? "there is nothing left to continue" : "run " + last.run() + " completed it",
                last.days() == null
                        ? work(null, null).start().to("to take what is new")
                        : work(last.days(), last.rebuild()).again().to("to do it again"));
    }

    private RunRefusedException superseded(long runId, long newest) {
        Earlier by = one("where job_instance_id = :instance order by run_id desc limit 1", "instance", newest);
        return new RunRefusedException(
                Reason.OVER,
                "run " + runId + " is superseded by " + (by == null ? "a newer one" : by.run()),
                "the newer run has taken over what was left; the older plan may name outdated files",
                by == null || by.status().equals("COMPLETED")
                        ? new NextStep.Advice("nothing to do")
                                .then(work(null, null).start().to("to take what is new"))
                        : NextStep.restart(by.run()));
    }

    private long newestInstance() {
        return handle.createQuery("""
                        select coalesce(max(e.job_instance_id), 0) from atelier_run r
                          join batch_job_execution e on e.job_execution_id = r.job_execution_id where r.scope = :scope
                        """).bind("scope", scope).mapTo(Long.class).one();
    }

    private @Nullable Earlier lastOfRange(DayRange days) {
        return handle.createQuery(SELECT + "where scope = :scope and range_from = :from::date and range_to = :to::date"
                        + " order by attempt desc nulls last, run_id desc limit 1")
                .bind("scope", scope)
                .bind("from", days.from().toString())
                .bind("to", days.to().toString())
                .map((row, context) -> earlier(row))
                .findOne()
                .orElse(null);
    }

    private @Nullable Earlier one(String where, String name, long value) {
        return handle.createQuery(SELECT + where)
                .bind(name, value)
                .map((row, context) -> earlier(row))
                .findOne()
                .orElse(null);
    }

    private static Earlier earlier(java.sql.ResultSet row) throws java.sql.SQLException {
        String from = row.getString("range_from");
        long seq = row.getLong("seq");
        Long tick = row.wasNull() ? null : seq;
        return new Earlier(
                row.getLong("run_id"),
                row.getLong("job_instance_id"),
                tick,
                from == null ? null : new DayRange(LocalDate.parse(from), LocalDate.parse(row.getString("range_to"))),
                Math.max(1, row.getLong("attempt")),
                row.getString("status"),
                Rebuild.ofParameter(row.getString("rebuild")));
    }
}
