package org.atelier.launcher.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ShellWord;
import org.atelier.launcher.result.Result;

/**
 * What the demo shows: its runs, what came out of them, where the data is, and what to try next.
 *
 * @param runs of machine-logs, in their order
 * @param syncs runs of orders, in their order
 * @param uploads runs of measurements, in their order
 * @param results the latest sessions and orders, and what boxes measured
 * @param database URL of the demo's database
 * @param configuration the file that other commands find it with
 */
public record DemoResult(
        List<DemoRun> runs,
        List<DemoSync> syncs,
        List<DemoUpload> uploads,
        List<Section> results,
        String database,
        Path configuration)
        implements Result {

    private static final List<String> COLUMNS = List.of(
            "run", "because", "files_found", "files_loaded", "lines", "rejects", "sessions_written", "duration_ms");

    private static final List<String> SYNC_COLUMNS =
            List.of("run", "because", "orders_read", "rows", "inserted", "updated", "deleted", "duration_ms");

    private static final List<String> UPLOAD_COLUMNS = List.of(
            "run", "because", "files_found", "files_loaded", "points_written", "refused", "uploading", "duration_ms");

    @Override
    public Document document() {
        String atelier = "ATELIER_DATA_DIR=" + ShellWord.of(String.valueOf(configuration.getParent())) + " ./atelier";
        List<String> next = List.of(
                "Try next:",
                atelier + " history --all",
                atelier + " show last --steps",
                atelier + " show " + runs.get(0).run() + " --rejects",
                atelier + " logs last",
                atelier + " explain " + ShellWord.of(newest()) + " --html day.html",
                atelier + " db stop          # the database runs on until then",
                "ATELIER_MACHINE_LOGS_SOURCE=ftp://USER@HOST/logs ./atelier check sources    # your own files",
                "ATELIER_ORDERS_SOURCE=jdbc:mysql://HOST/DATABASE ./atelier check orders    # your own ERP",
                "ATELIER_MEASUREMENTS_SOURCE=sftp://USER@HOST/data ./atelier check measurements    # your own boxes");
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Grid(
                "runs", COLUMNS, runs.stream().map(DemoResult::row).toList(), ""));
        sections.add(new Section.Grid(
                "syncs", SYNC_COLUMNS, syncs.stream().map(DemoResult::row).toList(), ""));
        sections.add(new Section.Grid(
                "uploads", UPLOAD_COLUMNS, uploads.stream().map(DemoResult::row).toList(), ""));
        sections.addAll(results);
        sections.add(Section.Facts.none()
                .with("database", database)
                .with("data", String.valueOf(configuration.getParent())));
        sections.add(new Section.Lines("next", line -> next.forEach(line)));
        return new Document("atelier.demo/2", sections);
    }

    private static Section.Row row(DemoSync sync) {
        return Section.Row.of(
                sync.run(),
                sync.what(),
                sync.read(),
                sync.kept(),
                sync.inserted(),
                sync.updated(),
                sync.deleted(),
                sync.duration());
    }

    private static Section.Row row(DemoUpload upload) {
        return Section.Row.of(
                upload.run(),
                upload.what(),
                upload.found(),
                upload.loaded(),
                upload.written(),
                upload.refused(),
                upload.uploading(),
                upload.duration());
    }

    private String newest() {
        return results.stream()
                .filter(section ->
                        section instanceof Section.Grid grid && grid.name().equals("sessions"))
                .flatMap(section -> ((Section.Grid) section).rows().stream())
                .findFirst()
                .map(row -> row.values().get(0) + "@" + row.values().get(1))
                .orElse("CENTRE@DAY");
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
