package org.atelier.launcher.result;

import java.util.List;

/**
 * The answer of {@code backfill --plan}.
 *
 * @param days what would be built
 */
public record BackfillPlan(List<Day> days) implements Result {

    private static final List<String> COLUMNS = List.of("centre", "day", "files", "copies_missing", "session");

    /**
     * A day to build.
     *
     * @param centre code of the machining centre
     * @param day the production day
     * @param files how many files have events of it
     * @param copiesMissing how many of these are not in the landing area: the day would fail
     * @param built whether it has a session
     */
    public record Day(String centre, java.time.LocalDate day, int files, long copiesMissing, boolean built) {}

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

    private static Section.Row row(Day day) {
        return Section.Row.of(
                day.centre(), day.day(), day.files(), day.copiesMissing(), day.built() ? "is there" : "missing");
    }
}
