package org.atelier.launcher.result;

import java.util.List;
import java.util.Map;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.files.history.FileRecord;

/**
 * The answer of {@code files show}.
 *
 * @param file the file
 * @param landed whether the landing area holds the loaded content
 */
public record FileDetail(FileRecord file, boolean landed) implements Result {

    @Override
    public Document document() {
        return Document.of("atelier.file/1", content(standing()));
    }

    /** Where it is and what became of it. */
    private Section.Facts standing() {
        return Section.Facts.none()
                .with("file_id", file.id())
                .with("job", file.job())
                .with("source", file.source())
                .with("path", file.path())
                .with("centre", file.centre())
                .with("state", file.state())
                .with("attempts", file.attempts())
                .with("cause", file.cause())
                .with("gate_failed", file.gate())
                .with("duplicate_of", file.duplicateOf())
                .with("on_server", file.fate() == null ? "not known to have left it" : file.fate())
                .with("archived_as", file.archivedAs());
    }

    /** What is in it, and when it was taken. */
    private Section.Facts content(Section.Facts facts) {
        List<String> days = file.days().stream().map(Object::toString).toList();
        return facts.with("size", file.size())
                .with("modified", file.modified())
                .with("sha256", file.sha256())
                .with("landed", landed)
                .with("replaced_sha256", file.replacedSha256())
                .with("days", days)
                .with("lines", lines())
                .with("first_seen", file.firstSeen())
                .with("loaded", file.loaded())
                .with("run_id", file.runId());
    }

    private Map<String, Object> lines() {
        FileRecord.Counts counts = file.counts();
        return Map.of(
                "read", counts.lines(),
                "used", counts.used(),
                "counted", counts.counted(),
                "blank", counts.blank(),
                "rejected", counts.rejected(),
                "held", counts.held());
    }
}
