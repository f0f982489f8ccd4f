package org.atelier.launcher.engine;

import java.util.Locale;
import org.atelier.run.Progress;
import org.atelier.run.Unit;

/** A look at the progress in one line, in the units of the job. */
final class ProgressLine {

    private static final double MEBI = 1024.0 * 1024.0;

    private final Unit unit;

    ProgressLine(Unit unit) {
        this.unit = unit;
    }

    /** For people: phase, share done, size, speed, rejects, time left. */
    String text(Progress.Look look, double seconds) {
        StringBuilder line = new StringBuilder(look.phase());
        if (look.total() > 0) {
            line.append(format("  %d %%  %s", 100 * look.done() / look.total(), amounts(look)));
        }
        if (look.lines() > 0 && seconds > 0) {
            // In bytes, what was read has not been told yet.
            line.append(format(
                    (unit.inBytes() ? "  %1$,d %4$s" : "") + "  %2$,.0f %4$s/s  %3$,d rejects",
                    look.lines(),
                    look.lines() / seconds,
                    look.rejects(),
                    unit.plural()));
        }
        if (look.done() > 0 && look.done() < look.total()) {
            double left = seconds * (look.total() - look.done()) / look.done();
            line.append(format("  about %.0f s left", left));
        }
        return line.toString();
    }

    private String amounts(Progress.Look look) {
        return unit.inBytes()
                ? format("%.1f of %.1f MiB", look.done() / MEBI, look.total() / MEBI)
                : format("%,d of %,d %s", look.done(), look.total(), unit.plural());
    }

    /** For programs: one JSON object; the phase is one of our own words. */
    String json(Progress.Look look, double seconds) {
        return format(
                "{\"schema\":\"atelier.progress/1\",\"phase\":\"%s\",%s,\"rejects\":%d,\"elapsed_ms\":%.0f}",
                look.phase(), counts(look), look.rejects(), seconds * 1000);
    }

    private String counts(Progress.Look look) {
        return format(
                "\"done_%1$s\":%3$d,\"total_%1$s\":%4$d,\"%2$s\":%5$d",
                unit.inBytes() ? "bytes" : unit.plural(), unit.plural(), look.done(), look.total(), look.lines());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
