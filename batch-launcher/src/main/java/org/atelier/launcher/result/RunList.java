package org.atelier.launcher.result;

import java.util.List;
import org.atelier.history.RunRecord;

/** The answer of {@code history}. */
public record RunList(List<RunRecord> runs) implements Result {

    private static final List<String> COLUMNS = List.of(
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

    @Override
    public Document document() {
        List<Section.Row> rows = runs.stream()
                .map(run -> Section.Row.of(
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
                        run.cause()))
                .toList();
        return Document.of(
                "atelier.history/1",
                new Section.Grid("runs", COLUMNS, rows, "No runs. Runs that had nothing to do: --all"));
    }
}
