package org.atelier.launcher.result;

import java.util.List;
import java.util.Locale;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.history.RunNow;

/** The answer of {@code status}. */
public record RunStatus(List<RunNow> runs) implements Result {

    private static final List<String> COLUMNS = List.of(
            "run_id",
            "job",
            "scope",
            "state",
            "owner",
            "started",
            "heartbeat",
            "silent_ms",
            "phase",
            "done",
            "total",
            "lines",
            "rejects",
            "left_ms",
            "waiting");

    @Override
    public Document document() {
        List<Section.Row> rows = runs.stream().map(RunStatus::row).toList();
        return Document.of("atelier.status/1", new Section.Grid("runs", COLUMNS, rows, "Nothing runs."));
    }

    private static Section.Row row(RunNow run) {
        return Section.Row.of(
                run.runId(),
                run.job(),
                run.scope(),
                run.life().name().toLowerCase(Locale.ROOT),
                run.owner(),
                run.started(),
                run.heartbeat(),
                run.silence(),
                run.phase(),
                run.done(),
                run.total(),
                run.lines(),
                run.rejects(),
                run.left(),
                run.waiting());
    }
}
