package org.atelier.machinelogs.explain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An explanation as one HTML page: timeline, figures, intervals. It needs no other file, no network and no script. */
public final class TimelinePage {

    private static final String STYLE = """
            body{font:14px system-ui,sans-serif;margin:24px;color:#24292f}table{border-collapse:collapse;margin:16px 0}
            th,td{text-align:left;padding:3px 12px 3px 0;border-bottom:1px solid #d8dee4}svg{max-width:100%;height:auto}
            """;

    private TimelinePage() {}

    /** The page, in UTF-8. */
    public static String html(Explanation day) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">");
        page.append("<title>")
                .append(Escaped.xml(day.centre() + " " + day.day()))
                .append("</title>\n<style>");
        page.append(STYLE).append("</style></head>\n<body>\n").append(Timeline.svg(day));
        row(page.append("<table>\n"), "th", List.of("figure", "value", "in the table", "made of"));
        day.figures()
                .forEach(figure -> row(
                        page,
                        "td",
                        List.of(figure.column(), text(figure.value()), text(figure.inTable()), figure.madeOf())));
        row(
                page.append("</table>\n<table>\n"),
                "th",
                List.of("interval", "from", "to", "seconds", "counted", "line", "until"));
        day.intervals().forEach(interval -> row(page, "td", cells(interval)));
        return page.append("</table>\n</body>\n</html>\n").toString();
    }

    private static List<String> cells(Interval interval) {
        return List.of(
                interval.kind().words(),
                interval.from().toString(),
                text(interval.to()),
                interval.seconds().toPlainString(),
                interval.counted().toPlainString(),
                interval.begins().toString(),
                text(interval.ends()));
    }

    private static void row(StringBuilder page, String cell, List<String> texts) {
        page.append("<tr>");
        texts.forEach(text -> page.append('<')
                .append(cell)
                .append('>')
                .append(Escaped.xml(text))
                .append("</")
                .append(cell)
                .append('>'));
        page.append("</tr>\n");
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
