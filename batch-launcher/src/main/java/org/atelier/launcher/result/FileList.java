package org.atelier.launcher.result;

import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.files.history.FileRecord;

/** The answer of {@code files list}. */
public record FileList(List<FileRecord> files) implements Result {

    private static final List<String> COLUMNS = List.of(
            "file_id",
            "centre",
            "path",
            "state",
            "size",
            "modified",
            "lines",
            "rejected",
            "loaded",
            "attempts",
            "cause",
            "gate_failed",
            "job");

    @Override
    public Document document() {
        return Document.of(
                "atelier.files/1",
                new Section.Grid(
                        "files", COLUMNS, files.stream().map(FileList::row).toList(), "No files."));
    }

    private static Section.Row row(FileRecord file) {
        return Section.Row.of(
                file.id(),
                file.centre(),
                file.path(),
                file.fate() == null ? file.state() : file.state() + ", " + file.fate(),
                file.size(),
                file.modified(),
                file.counts().lines(),
                file.counts().rejected(),
                file.loaded(),
                file.attempts(),
                file.cause(),
                file.gate(),
                file.job());
    }
}
