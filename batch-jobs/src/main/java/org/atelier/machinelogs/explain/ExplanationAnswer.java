package org.atelier.machinelogs.explain;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.machinelogs.session.SessionWarnings;
import org.jspecify.annotations.Nullable;

/** What is told of an explained session: the same for {@code explain} and for {@code /explain/}. */
public final class ExplanationAnswer {

    private static final List<String> FIGURES = List.of("figure", "value", "in_table", "made_of");
    private static final List<String> INTERVALS =
            List.of("interval", "from", "to", "seconds", "counted_seconds", "line", "until");

    private ExplanationAnswer() {}

    /** All of it. */
    public static Document of(Explanation day) {
        return Document.of(
                "atelier.explanation/1",
                Section.Facts.none()
                        .with("centre", day.centre())
                        .with("day", day.day())
                        .with("time_zone", day.zone().getId())
                        .with("files", day.files())
                        .with("warnings", warnings(day.session().warnings()))
                        .with("agrees_with_table", day.agrees()),
                new Section.Grid("figures", FIGURES, figures(day), "No figures."),
                new Section.Grid("intervals", INTERVALS, intervals(day), "No waits and no stops."));
    }

    private static List<Section.Row> figures(Explanation day) {
        return day.figures().stream()
                .map(figure -> Section.Row.of(figure.column(), figure.value(), figure.inTable(), figure.madeOf()))
                .toList();
    }

    private static List<Section.Row> intervals(Explanation day) {
        return day.intervals().stream().map(ExplanationAnswer::row).toList();
    }

    private static Section.Row row(Interval interval) {
        return Section.Row.of(
                interval.kind().words(),
                time(interval.from()),
                time(interval.to()),
                interval.seconds(),
                interval.counted(),
                interval.begins().toString(),
                Objects.toString(interval.ends(), null));
    }

    private static @Nullable String time(@Nullable LocalDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    private static Map<String, Long> warnings(SessionWarnings warnings) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("open_stops", warnings.openStops());
        counts.put("times_back", warnings.timesBack());
        return counts;
    }
}
