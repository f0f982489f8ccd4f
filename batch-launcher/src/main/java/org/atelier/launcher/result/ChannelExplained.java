package org.atelier.launcher.result;

import java.util.List;
import java.util.Objects;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ExitCode;
import org.atelier.measurements.explain.DayOfChannel;
import org.atelier.measurements.explain.DayOfChannel.Figures;
import org.atelier.measurements.explain.DayOfChannel.SeriesOfDay;

/** The answer of {@code explain} for a channel. */
public record ChannelExplained(DayOfChannel day) implements Result {

    private static final List<String> SERIES = List.of(
            "title", "unit", "subtype", "from", "points", "mean", "minimum", "maximum", "first", "last", "different");
    private static final List<String> FILES = List.of("file", "sha256", "run", "points", "counted");

    @Override
    public Document document() {
        return Document.of(
                "atelier.channel-explanation/1",
                Section.Facts.none()
                        .with("company", day.company())
                        .with("campaign", day.campaign())
                        .with("channel", day.channel())
                        .with("day", day.day())
                        .with("time_zone", "UTC")
                        .with("agrees_with_table", day.agrees()),
                new Section.Grid("series", SERIES, series(), "No points."),
                new Section.Grid("files", FILES, files(), "No file that is loaded has a point of it."));
    }

    private List<Section.Row> series() {
        return day.series().stream()
                .flatMap(one -> List.of(row(one, "files", one.fromFiles()), row(one, "table", one.inTable())).stream())
                .toList();
    }

    private static Section.Row row(SeriesOfDay one, String from, Figures figures) {
        return Section.Row.of(
                one.name(),
                one.unit(),
                one.subtype(),
                from,
                figures.count(),
                figures.mean(),
                figures.minimum(),
                figures.maximum(),
                Objects.toString(figures.first(), null),
                Objects.toString(figures.last(), null),
                one.different());
    }

    private List<Section.Row> files() {
        return day.files().stream()
                .map(file -> Section.Row.of(file.path(), file.sha256(), file.run(), file.points(), file.counted()))
                .toList();
    }

    /** 8 when the table holds other points. */
    @Override
    public ExitCode exitCode() {
        return day.agrees() ? ExitCode.OK : ExitCode.DONE_WITH_ERRORS;
    }
}
