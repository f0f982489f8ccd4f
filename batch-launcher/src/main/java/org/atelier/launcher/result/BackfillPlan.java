package org.atelier.launcher.result;

import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.catalog.JobBackfill;

/**
 * The answer of {@code backfill --plan}.
 *
 * @param days what would be built
 */
public record BackfillPlan(List<JobBackfill.Day> days) implements Result {

    private static final List<String> COLUMNS = List.of("centre", "day", "files", "copies_missing", "session");

    @Override
    public Document document() {
        long missing = days.stream().filter(day -> !day.built()).count();
        return Document.of(
                "atelier.backfill-plan/1",
                Section.Facts.none().with("days", days.size()).with("without_session", missing),
                new Section.Grid(
                        "plan",
                        COLUMNS,
                        days.stream().map(BackfillPlan::row).toList(),
                        "Nothing was kept of these days."));
    }

    private static Section.Row row(JobBackfill.Day day) {
        return Section.Row.of(
                day.centre(), day.day(), day.files(), day.copiesMissing(), day.built() ? "is there" : "missing");
    }
}
