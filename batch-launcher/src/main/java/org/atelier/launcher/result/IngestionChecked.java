package org.atelier.launcher.result;

import java.util.List;
import java.util.Objects;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ExitCode;
import org.atelier.measurements.watch.Ingestion;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code measurements check-ingestion}.
 *
 * @param ingestion what was looked at
 * @param problems what is wrong
 * @param told whether every target took what was due; null when there is none
 */
public record IngestionChecked(
        Ingestion ingestion,
        List<String> problems,
        @Nullable Boolean told) implements Result {

    /** Copies the list. */
    public IngestionChecked {
        problems = List.copyOf(problems);
    }

    @Override
    public Document document() {
        return Document.of(
                "atelier.ingestion/1",
                Section.Facts.none()
                        .with("last_data", Objects.toString(ingestion.last(), null))
                        .with("failed_files", ingestion.failed().size())
                        .with("deferred_files", ingestion.deferred().size())
                        .with("window_minutes", ingestion.window().toMinutes())
                        .with(
                                "notifications",
                                told == null ? "no target" : told ? "sent" : "refused, kept for the next time"),
                new Section.Grid(
                        "problems",
                        List.of("problem"),
                        problems.stream()
                                .flatMap(String::lines)
                                .map(line -> Section.Row.of(line))
                                .toList(),
                        "All is well."));
    }

    /** 0 or 1 alone. */
    @Override
    public ExitCode exitCode() {
        return problems.isEmpty() && !Boolean.FALSE.equals(told) ? ExitCode.OK : ExitCode.FAILED;
    }
}
