package org.atelier.run.engine;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.atelier.run.EndRequest;
import org.atelier.run.NextStep;
import org.atelier.run.RunEnding;
import org.atelier.run.RunFailure;
import org.atelier.run.RunIdentity;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.atelier.run.RunWork;
import org.atelier.run.SummarySource;
import org.atelier.sql.FindFailure;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** Judges how a run ended and writes it down in {@code atelier_run}. */
final class RunConclusion {

    private static final String SAVE = """
            update atelier_run
               set exit_code = :exit, cause = :cause, next_step = :next, next_action = :action::jsonb, nothing_to_do = :nothing,
                   failure_kind = :kind, failure_told = :told, heartbeat = now(),
                   summary = jsonb_build_object('rejected', :rejected, 'failures', :failures, 'gate_failed', :gateFailed, 'figures',
                     (select coalesce(jsonb_object_agg(g, figures), '{}')
                        from (select g, jsonb_object_agg(k, v) as figures
                                from unnest(:groups, :names, :values) as f (g, k, v) group by g) grouped),
                     'notes', to_jsonb(:notes))
             where job_execution_id = :execution
            """;

    private static final Logger LOG = LoggerFactory.getLogger(RunConclusion.class);

    private final Jdbi jdbi;
    private final SummarySource summaries;
    private final EndRequest end;
    private final RunIdentity identity;
    private final FindFailure find;
    private final Function<NextStep, String> inWords;

    /** @param inWords what people type to do a step */
    RunConclusion(
            Jdbi jdbi,
            SummarySource summaries,
            EndRequest end,
            RunIdentity identity,
            FindFailure find,
            Function<NextStep, String> inWords) {
        this.jdbi = jdbi;
        this.summaries = summaries;
        this.end = end;
        this.identity = identity;
        this.find = find;
        this.inWords = inWords;
    }

    RunReport conclude(JobExecution execution) {
        RunReport report;
        try {
            RunSummary summary = summaries.summary(execution.getJobInstance().getInstanceId());
            RunFailure failure = failure(execution, summary);
            report = report(execution, summary, failure);
            save(report, failure, summary);
        } catch (RuntimeException e) {
            // The database may be what failed: the run's end is told all the same.
            LOG.warn(
                    "The run's summary could not be read or kept: {}",
                    find.in(List.of(e)).cause());
            report = report(execution, null, failure(execution, null));
        }
        return report;
    }

    private RunReport report(JobExecution execution, @Nullable RunSummary summary, @Nullable RunFailure failure) {
        boolean stopped = failure == null && execution.getStatus() == BatchStatus.STOPPED;
        boolean done = execution.getStatus() == BatchStatus.COMPLETED;
        RunEnding ending = failure != null ? failure.ending() : stopped ? RunEnding.STOPPED : RunEnding.OK;
        String cause = failure == null ? null : done ? gate(summary) : failure.cause();
        return new RunReport(
                execution.getId(),
                ending,
                execution.getStatus().name(),
                summary,
                stopped ? "stopped as asked" : cause,
                failure == null ? null : failure.next(),
                work(execution).again(),
                duration(execution));
    }

    /** Null when nothing that a run has loaded needs a look. */
    private static @Nullable String gate(@Nullable RunSummary summary) {
        return summary != null && summary.gate().isFailed() ? summary.gate().cause() : null;
    }

    private RunWork work(JobExecution execution) {
        String job = execution.getJobInstance().getJobName();
        return new RunWork(job, identity.scope(), identity.days(), identity.rebuild());
    }

    /** Null when it did not fail. */
    private @Nullable RunFailure failure(JobExecution execution, @Nullable RunSummary summary) {
        String lost = end.lost();
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return summary == null ? null : ofDone(summary);
        }
        if (lost != null) {
            return RunFailure.lost(lost);
        }
        return execution.getStatus() == BatchStatus.STOPPED ? null : find.in(execution.getAllFailureExceptions());
    }

    private static @Nullable RunFailure ofDone(RunSummary summary) {
        if (summary.failures() > 0) {
            return RunFailure.some(summary.failures());
        }
        return summary.gate().isFailed() ? RunFailure.gate(summary.gate()) : null;
    }

    private static Duration duration(JobExecution execution) {
        return execution.getStartTime() == null || execution.getEndTime() == null
                ? Duration.ZERO
                : Duration.between(execution.getStartTime(), execution.getEndTime());
    }

    private void save(RunReport report, @Nullable RunFailure failure, RunSummary summary) {
        List<Figure> figures = figures(summary);
        NextStep next = next(report);
        jdbi.useHandle(handle -> handle.createUpdate(SAVE)
                .bind("exit", report.ending().exitCode())
                .bind("cause", report.cause())
                .bind("next", next == null ? null : inWords.apply(next))
                .bind("action", next == null ? null : next.json().text())
                .bind("kind", failure == null ? null : failure.kind().word())
                .bind("told", failure == null ? null : failure.shareable())
                .bind("nothing", summary.work() == 0 && report.ending() == RunEnding.OK)
                .bind("rejected", summary.rejected())
                .bind("failures", summary.failures())
                .bind("gateFailed", summary.gate().failed())
                .bindArray(
                        "groups",
                        String.class,
                        figures.stream().map(Figure::group).toList())
                .bindArray(
                        "names",
                        String.class,
                        figures.stream().map(Figure::name).toList())
                .bindArray(
                        "values",
                        Long.class,
                        figures.stream().map(Figure::value).toList())
                .bindArray("notes", String.class, summary.notes())
                .bind("execution", report.execution())
                .execute());
    }

    private static List<Figure> figures(RunSummary summary) {
        return summary.figures().entrySet().stream()
                .flatMap(group -> group.getValue().entrySet().stream()
                        .map(figure -> new Figure(group.getKey(), figure.getKey(), figure.getValue())))
                .toList();
    }

    private static @Nullable NextStep next(RunReport report) {
        if (report.ending() == RunEnding.OK || report.next() != null) {
            return report.next();
        }
        return report.status().equals(BatchStatus.COMPLETED.name())
                ? report.again()
                : NextStep.restart(report.execution());
    }

    private record Figure(String group, String name, long value) {}
}
