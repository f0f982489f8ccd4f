package org.atelier.launcher.demo;

import java.nio.file.Path;
import java.util.List;
import org.atelier.launcher.result.Document;
import org.atelier.launcher.result.Result;
import org.atelier.launcher.result.Section;

/**
 * What the demo shows: its runs, the latest sessions, where the data is, and what to try next.
 *
 * @param runs in their order
 * @param sessions the latest ones
 * @param database URL of the demo's database
 * @param configuration the file that other commands find it with
 */
public record DemoResult(List<DemoRun> runs, Section.Grid sessions, String database, Path configuration)
        implements Result {

    private static final List<String> COLUMNS = List.of(
            "run", "because", "files_found", "files_loaded", "lines", "rejects", "sessions_written", "duration_ms");

    @Override
    public Document document() {
        String atelier = "ATELIER_DATA_DIR=" + configuration.getParent() + " ./atelier";
        List<String> next = List.of(
                "Try next:",
                atelier + " history --all",
                atelier + " show last --steps",
                atelier + " show " + runs.get(0).run() + " --rejects",
                atelier + " logs last",
                atelier + " explain " + newest() + " --html day.html",
                atelier + " db stop          (the database runs on until then)",
                "ATELIER_MACHINE_LOGS_SOURCE=ftp://USER@HOST/logs ./atelier check sources    (your own files)");
        return Document.of(
                "atelier.demo/1",
                new Section.Grid(
                        "runs", COLUMNS, runs.stream().map(DemoResult::row).toList(), ""),
                sessions,
                Section.Facts.none().with("database", database).with("data", String.valueOf(configuration.getParent())),
                new Section.Lines("next", line -> next.forEach(line)));
    }

    private String newest() {
        return sessions.rows().isEmpty()
                ? "CENTRE@DAY"
                : sessions.rows().get(0).values().get(0) + "@"
                        + sessions.rows().get(0).values().get(1);
    }

    private static Section.Row row(DemoRun run) {
        return Section.Row.of(
                run.run(),
                run.what(),
                run.found(),
                run.loaded(),
                run.lines(),
                run.rejected(),
                run.written(),
                run.duration());
    }
}
