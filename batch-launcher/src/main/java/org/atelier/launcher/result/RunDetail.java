package org.atelier.launcher.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.history.RunRecord;
import org.atelier.history.StepRecord;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code show}.
 *
 * @param run the run
 * @param steps its steps, when asked for
 * @param rejects what it rejected, when asked for
 */
public record RunDetail(RunRecord run, Optional<List<StepRecord>> steps, Optional<Section.Grid> rejects)
        implements Result {

    /** Of a run that rejected nothing, or whose job is not there any more. */
    public static final Section.Grid NO_REJECTS = new Section.Grid(
            "rejects", List.of("source", "path", "line", "byte_offset", "reason", "content"), List.of(), "No rejects.");

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

    @Override
    public Document document() {
        List<Section> sections = new ArrayList<>();
        sections.add(facts());
        steps.ifPresent(list -> sections.add(new Section.Grid(
                "steps", STEP_COLUMNS, list.stream().map(RunDetail::row).toList(), "No steps.")));
        rejects.ifPresent(sections::add);
        return new Document("atelier.run/1", sections);
    }

    private Section.Facts facts() {
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
