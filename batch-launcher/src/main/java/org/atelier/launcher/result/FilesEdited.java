package org.atelier.launcher.result;

import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.files.history.FileRecord;

/**
 * The answer of {@code files forget} and {@code files requeue}.
 *
 * @param files what was asked for
 * @param edited how many of them were changed
 * @param act what was done, such as {@code forgotten}
 */
public record FilesEdited(List<FileRecord> files, int edited, String act) implements Result {

    private static final List<String> COLUMNS = List.of("file_id", "path", "state_before");

    @Override
    public Document document() {
        return Document.of(
                "atelier.files-edited/1",
                Section.Facts.none().with("act", act).with("files", edited),
                new Section.Grid(
                        "of",
                        COLUMNS,
                        files.stream()
                                .map(file -> Section.Row.of(file.id(), file.path(), file.state()))
                                .toList(),
                        "No files."));
    }
}
