package org.atelier.machinelogs.explain;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.atelier.machinelogs.session.SessionMetrics;
import org.atelier.machinelogs.session.Share;
import org.jspecify.annotations.Nullable;

/** The timeline of a session as one SVG that needs nothing else; what it shows under the mouse names file and line. */
public final class Timeline {

    private static final double HEIGHT = 246;
    private static final double AXIS = 222;
    private static final double PIECES = 60;
    private static final double PIECES_HEIGHT = 44;
    private static final int MOST_COLUMNS = 300;

    private static final String STYLE = """
            text{font:12px system-ui,sans-serif;fill:#24292f}.title{font-size:15px;font-weight:600}.small{font-size:11px;fill:#57606a}
            .paper{fill:#fff}.hour{fill:#d8dee4}.piece{fill:#57606a}.effective{fill:#2da44e}.waiting{fill:#eac54f}.stopped{fill:#cf222e}
            .wait{fill:#eac54f;fill-opacity:.75}.stop{fill:#cf222e;fill-opacity:.75}.open{fill:#8250df}.job0{fill:#80ccff}.job1{fill:#b6e3ff}
            """;

    private final Explanation day;
    private final TimeScale scale;
    private final Svg svg = new Svg();

    private Timeline(Explanation day) {
        this.day = day;
        this.scale = TimeScale.of(day);
    }

    /** Draws it. */
    public static String svg(Explanation day) {
        return new Timeline(day).draw();
    }

    private String draw() {
        svg.bar("paper", 0, 0, 1_000, HEIGHT, "");
        heading(day.session().metrics());
        hours();
        pieces();
        shares();
        intervals();
        profiles();
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 %.0f\" width=\"1000\" height=\"%.0f\" "
                        + "role=\"img\">\n<style>%s</style>\n%s</svg>\n",
                HEIGHT,
                HEIGHT,
                STYLE,
                svg);
    }

    private void heading(SessionMetrics metrics) {
        svg.label("title", 16, 24, "start", day.centre() + "  " + day.day());
        svg.label(
                "small",
                16,
                42,
                "start",
                day.session().totalPieces() + " pieces in " + metrics.productionHours() + " h, "
                        + metrics.effectiveHours() + " h of them effective");
        legend(500, "effective", "effective " + metrics.occupationRate() + " %");
        legend(670, "waiting", "waiting " + metrics.waitRate() + " %");
        legend(830, "stopped", "stopped " + metrics.voluntaryStopRate() + " %");
    }

    private void legend(double x, String kind, String words) {
        svg.bar(kind, x, 14, 12, 12, "").label("small", x + 18, 24, "start", words);
    }

    private void hours() {
        scale.hours(day.zone()).forEach(hour -> {
            double x = scale.x(hour.toEpochSecond());
            svg.bar("hour", x, PIECES - 6, 0.8, AXIS - PIECES + 6, "");
            svg.label("small", x, AXIS + 14, "middle", String.format(Locale.ROOT, "%02d:00", hour.getHour()));
        });
    }

    private void pieces() {
        lane("pieces", PIECES + 26);
        long minutes = Math.max(1, (long) Math.ceil((scale.to() - scale.from()) / 60 / MOST_COLUMNS));
        SortedMap<Long, Integer> columns = new TreeMap<>();
        day.piecesByMinute()
                .forEach((minute, count) -> columns.merge(Math.floorDiv(minute, minutes), count, Integer::sum));
        int most = columns.values().stream().mapToInt(count -> count).max().orElse(1);
        columns.forEach((column, count) -> {
            double begin = column * minutes * 60.0;
            double height = PIECES_HEIGHT * count / most;
            double x = Math.max(TimeScale.LEFT, scale.x(begin));
            double width = Math.max(0.6, scale.x(begin + minutes * 60.0) - x - 0.4);
            svg.bar(
                    "piece",
                    x,
                    PIECES + PIECES_HEIGHT - height,
                    width,
                    height,
                    count + " pieces in " + minutes + " min");
        });
    }

    private void shares() {
        lane("counted as", 131);
        for (Share share : day.shares()) {
            double from = share.from().doubleValue();
            String kind = share.kind().name().toLowerCase(Locale.ROOT);
            svg.bar(
                    kind,
                    scale.x(from),
                    116,
                    scale.width(from, share.to().doubleValue()),
                    22,
                    kind + " " + share.seconds().toPlainString() + " s");
        }
    }

    private void intervals() {
        lane("waits", 160);
        lane("stops", 183);
        for (Interval interval : day.intervals()) {
            double y = interval.kind() == Interval.Kind.WAIT ? 148 : 171;
            String kind = switch (interval.kind()) {
                case WAIT -> "wait";
                case STOP -> "stop";
                case OPEN_STOP -> "open";
            };
            double width = interval.kind() == Interval.Kind.OPEN_STOP
                    ? 2
                    : scale.width((double) interval.start(), TimeScale.end(interval));
            svg.bar(kind, scale.x(interval.start()), y, width, 16, tip(interval));
        }
    }

    private static String tip(Interval interval) {
        Place ends = interval.ends();
        return interval.from().toLocalTime() + "  " + interval.seconds().toPlainString() + " s, "
                + interval.counted().toPlainString() + " s counted\n" + interval.begins()
                + (ends == null ? "" : "\n" + ends);
    }

    private void profiles() {
        lane("profiles", 206);
        int number = 0;
        for (ProfileInWork profile : day.profiles()) {
            svg.bar(
                    "job" + number++ % 2,
                    scale.x(profile.start()),
                    194,
                    scale.width((double) profile.start(), (double) profile.end()),
                    16,
                    profile.reference() + "  " + profile.length() + colour(profile.colour()) + "\n" + profile.pieces()
                            + " pieces\n" + profile.begins());
        }
    }

    private static String colour(@Nullable String colour) {
        return colour == null ? "" : "  " + colour;
    }

    private void lane(String name, double y) {
        svg.label("small", TimeScale.LEFT - 8, y, "end", name);
    }
}
