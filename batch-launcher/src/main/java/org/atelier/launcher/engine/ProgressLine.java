package org.atelier.launcher.engine;

import java.util.Locale;
import org.atelier.run.Progress;

/** A look at the progress in one line, in the units of the job. */
final class ProgressLine {

    private static final double MEBI = 1024.0 * 1024.0;

    private final Progress.Unit unit;

    ProgressLine(Progress.Unit unit) {
        this.unit = unit;
    }

    /** For people: phase, share done, size, speed, rejects, time left. */
    String text(Progress.Look look, double seconds) {
        StringBuilder line = new StringBuilder(look.phase());
        if (look.total() > 0) {
            line.append(format("  %d %%  %s", 100 * look.done() / look.total(), amounts(look)));
        }
        if (look.lines() > 0 && seconds > 0) {
            line.append(format(
                    unit == Progress.Unit.ORDERS
                            ? "  %2$,.0f orders/s  %3$,d rejects"
                            : "  %1$,d lines  %2$,.0f lines/s  %3$,d rejects",
                    look.lines(),
                    look.lines() / seconds,
                    look.rejects()));
        }
        if (look.done() > 0 && look.done() < look.total()) {
            double left = seconds * (look.total() - look.done()) / look.done();
            line.append(format("  about %.0f s left", left));
        }
        return line.toString();
    }

    private String amounts(Progress.Look look) {
        return switch (unit) {
            case LINES_AND_BYTES -> format("%.1f of %.1f MiB", look.done() / MEBI, look.total() / MEBI);
            case ORDERS -> format("%,d of %,d orders", look.done(), look.total());
            case ROWS -> format("%,d of %,d rows", look.done(), look.total());
        };
    }

    /** For programs: one JSON object; the phase is one of our own words. */
    String json(Progress.Look look, double seconds) {
        return format(
                "{\"schema\":\"atelier.progress/1\",\"phase\":\"%s\",%s,\"rejects\":%d,\"elapsed_ms\":%.0f}",
                look.phase(), counts(look), look.rejects(), seconds * 1000);
    }

    private String counts(Progress.Look look) {
        return switch (unit) {
            case LINES_AND_BYTES ->
                format("\"done_bytes\":%d,\"total_bytes\":%d,\"lines\":%d", look.done(), look.total(), look.lines());
            case ORDERS ->
                format("\"done_orders\":%d,\"total_orders\":%d,\"orders\":%d", look.done(), look.total(), look.lines());
            case ROWS -> format("\"done_rows\":%d,\"total_rows\":%d", look.done(), look.total());
        };
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
