package org.atelier.measurements.sink;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The months (UTC) that times lie in, and the first and last time of each. Not thread-safe. */
public final class Months {

    private static final long DAY_SECONDS = 86_400;

    private static final class Month {
        private final long start;
        private final long end;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Month(YearMonth month) {
            start = startOf(month);
            end = startOf(month.plusMonths(1));
        }
    }

    private final TreeMap<YearMonth, Month> months = new TreeMap<>();
    private Month current = new Month(YearMonth.of(1970, 1));

    /** Those of days, of which nothing lies before the first time or behind the last one. */
    public static List<Span> spans(FilePoints file) {
        Months months = new Months();
        for (LocalDate day : file.days()) {
            long start = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            months.add(start);
            months.add(start + DAY_SECONDS - 1);
        }
        return months.spans().stream()
                .map(span -> new Span(
                        Math.max(span.first(), file.first().getEpochSecond()),
                        Math.min(span.last(), file.last().getEpochSecond())))
                .toList();
    }

    /** Takes a time, in seconds since 1970. */
    void add(long epochSecond) {
        if (epochSecond < current.start || epochSecond >= current.end || months.isEmpty()) {
            YearMonth month = YearMonth.from(Instant.ofEpochSecond(epochSecond).atOffset(ZoneOffset.UTC));
            current = months.computeIfAbsent(month, Month::new);
        }
        if (epochSecond < current.first) {
            current.first = epochSecond;
        }
        if (epochSecond > current.last) {
            current.last = epochSecond;
        }
    }

    /** All of them, in order. */
    Collection<YearMonth> all() {
        return months.keySet();
    }

    /** First and last time of each run of months that follow each other: what lies between has no point. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        Month before = null;
        for (Month month : months.values()) {
            if (before != null && before.end == month.start) {
                Span open = spans.remove(spans.size() - 1);
                spans.add(new Span(open.first(), month.last));
            } else {
                spans.add(new Span(month.first, month.last));
            }
            before = month;
        }
        return spans;
    }

    static long startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
