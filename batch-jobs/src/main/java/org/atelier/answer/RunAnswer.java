package org.atelier.answer;

import java.util.List;
import org.atelier.history.RunRecord;
import org.atelier.history.StepRecord;
import org.jspecify.annotations.Nullable;

/** What is told of a run: the fields of {@code history} and {@code show}, and of {@code /runs/}. */
public final class RunAnswer {

    /** The fields of a run in a list, as {@link #row} gives them. */
    public static final List<String> COLUMNS = List.of(
            "run_id",
            "job",
            "scope",
            "status",
            "exit_code",
            "started",
            "duration_ms",
            "read",
            "written",
            "filtered",
            "rejected",
            "trigger",
            "cause");

    private static final List<String> STEP_COLUMNS = List.of(
            "step",
            "partition",
            "status",
            "started",
            "duration_ms",
            "read",
            "written",
            "filtered",
            "skipped",
            "commits",
            "rollbacks",
            "exit_message");

    private RunAnswer() {}

    /** A run in a list. */
    public static Section.Row row(RunRecord run) {
        return Section.Row.of(
                run.runId(),
                run.job(),
                run.scope(),
                run.status(),
                run.exitCode(),
                run.started(),
                run.duration(),
                run.counts().read(),
                run.counts().written(),
                run.counts().filtered(),
                run.counts().rejected(),
                run.trigger(),
                run.cause());
    }

    /** All of a run. */
    public static Section.Facts facts(RunRecord run) {
        return Section.Facts.none()
                .with("run_id", run.runId())
                .with("job", run.job())
                .with("scope", run.scope())
                .with("seq", run.seq())
                .with("range_from", run.rangeFrom())
                .with("range_to", run.rangeTo())
                .with("attempt", run.attempt())
                .with("status", run.status())
                .with("exit_code", run.exitCode())
                .with("trigger", run.trigger())
                .with("version", run.version())
                .with("owner", run.owner())
                .with("created", run.created())
                .with("started", run.started())
                .with("ended", run.ended())
                .with("duration_ms", run.duration())
                .with("heartbeat", run.heartbeat())
                .with("read", run.counts().read())
                .with("written", run.counts().written())
                .with("filtered", run.counts().filtered())
                .with("rejected", run.counts().rejected())
                .with("nothing_to_do", run.nothingToDo())
                .with("parameters", new JsonValue(run.parameters()))
                .with("progress", json(run.progress()))
                .with("summary", json(run.summary()))
                .with("log_file", run.logFile())
                .with("cause", run.cause())
                .with("next_step", run.nextStep());
    }

    /** Its steps. */
    public static Section.Grid steps(List<StepRecord> steps) {
        return new Section.Grid(
                "steps", STEP_COLUMNS, steps.stream().map(RunAnswer::row).toList(), "No steps.");
    }

    private static @Nullable JsonValue json(@Nullable String text) {
        return text == null ? null : new JsonValue(text);
    }

    private static Section.Row row(StepRecord step) {
        return Section.Row.of(
                step.step(),
                step.partition(),
                step.status(),
                step.started(),
                step.duration(),
                step.read(),
                step.written(),
                step.filtered(),
                step.skipped(),
                step.commits(),
                step.rollbacks(),
                step.exitMessage());
    }
}
