package org.atelier.launcher.result;

import java.util.ArrayList;
import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ExitCode;
import org.atelier.measurements.audit.Audit;

/**
 * The answer of {@code measurements audit}.
 *
 * @param folder that was looked through, or several
 * @param audit what lies there
 * @param fieldAsked whether files of a field were asked for
 */
public record FolderAudited(String folder, Audit audit, boolean fieldAsked) implements Result {

    @Override
    public Document document() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.Facts.none()
                .with("folder", folder)
                .with("files", audit.files())
                .with("refused_files", audit.refused().size()));
        // First, for CSV has one grid: what was asked for.
        if (fieldAsked) {
            sections.add(new Section.Grid(
                    "producers",
                    List.of("file", "column", "title", "points"),
                    audit.producers().stream()
                            .map(file -> Section.Row.of(file.path(), file.column(), file.title(), file.points()))
                            .toList(),
                    "No file would produce that field."));
        }
        sections.add(new Section.Grid(
                "formats",
                List.of("structure", "marker", "files"),
                audit.formats().stream()
                        .map(format -> Section.Row.of(format.structure(), format.marker(), format.files()))
                        .toList(),
                "No file that can be read."));
        sections.add(new Section.Grid(
                "boxes",
                List.of("master", "subtypes", "highest_channel", "slaves", "files"),
                audit.boxes().stream()
                        .map(box -> Section.Row.of(
                                box.serial(),
                                String.join(" ", box.subtypes()),
                                box.highest(),
                                box.slaves(),
                                box.files()))
                        .toList(),
                "No boxes."));
        sections.add(new Section.Grid(
                "refused",
                List.of("file", "reason"),
                audit.refused().stream()
                        .map(file -> Section.Row.of(file.path(), file.reason()))
                        .toList(),
                "No file that is refused."));
        return new Document("atelier.measurements-audit/1", sections);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }
}
