package org.atelier.machinelogs.explain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real time to the picture's horizontal axis, so that an hour of autumn that is repeated is drawn twice.
 *
 * @param from its left end, seconds since 1970-01-01T00:00:00 UTC
 * @param to its right end, likewise; after {@code from}
 */
record TimeScale(double from, double to) {

    static final double LEFT = 90;
    static final double WIDTH = 890;
    private static final int MOST_HOURS = 24;

    /** From the first to the last thing of the day. */
    static TimeScale of(Explanation day) {
        List<Double> times = Stream.of(
                        day.shares().stream()
                                .flatMap(share -> Stream.of(share.from(), share.to()))
                                .map(BigDecimal::doubleValue),
                        day.intervals().stream()
                                .flatMap(interval -> Stream.of((double) interval.start(), end(interval))),
                        day.profiles().stream()
                                .flatMap(profile -> Stream.of((double) profile.start(), (double) profile.end())),
                        day.piecesByMinute().keySet().stream().map(minute -> minute * 60.0))
                .flatMap(numbers -> numbers)
                .toList();
        double first = times.stream().mapToDouble(time -> time).min().orElse(0);
        double last = times.stream().mapToDouble(time -> time).max().orElse(0);
        return new TimeScale(first, Math.max(last, first + 60));
    }

    static double end(Interval interval) {
        return interval.start() + interval.seconds().doubleValue();
    }

    double x(double second) {
        return LEFT + WIDTH * (second - from) / (to - from);
    }

    double x(long second) {
        return x((double) second);
    }

    double width(double begin, double end) {
        return Math.max(0.6, x(end) - x(begin));
    }

    /** The full hours, by the plant's wall clock, that get a line. */
    List<ZonedDateTime> hours(ZoneId zone) {
        long step = Math.max(1, (long) Math.ceil((to - from) / 3_600 / MOST_HOURS));
        List<ZonedDateTime> hours = new ArrayList<>();
        ZonedDateTime hour = Instant.ofEpochSecond((long) from)
                .atZone(zone)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1);
        while (hour.toEpochSecond() <= to) {
            hours.add(hour);
            hour = hour.plusHours(step);
        }
        return hours;
    }
}
