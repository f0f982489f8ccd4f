package org.atelier.launcher.engine;

import java.util.Locale;
import org.atelier.run.Progress;

/** A look at the progress in one line. */
final class ProgressLine {

    private static final double MEBI = 1024.0 * 1024.0;

    private ProgressLine() {}

    /** For people: phase, share done, size, speed, rejects, time left. */
    static String text(Progress.Look look, double seconds) {
        StringBuilder line = new StringBuilder(look.phase());
        if (look.total() > 0) {
            line.append(String.format(
                    Locale.ROOT,
                    "  %d %%  %.1f of %.1f MiB",
                    100 * look.done() / look.total(),
                    look.done() / MEBI,
                    look.total() / MEBI));
        }
        if (look.lines() > 0 && seconds > 0) {
            line.append(String.format(
                    Locale.ROOT,
                    "  %,d lines  %,.0f lines/s  %,d rejects",
                    look.lines(),
                    look.lines() / seconds,
                    look.rejects()));
        }
        if (look.done() > 0 && look.done() < look.total()) {
            double left = seconds * (look.total() - look.done()) / look.done();
            line.append(String.format(Locale.ROOT, "  about %.0f s left", left));
        }
        return line.toString();
    }

    /** For programs: one JSON object; the phase is one of our own words. */
    static String json(Progress.Look look, double seconds) {
        return String.format(
                Locale.ROOT,
                "{\"schema\":\"atelier.progress/1\",\"phase\":\"%s\",\"done_bytes\":%d,\"total_bytes\":%d,\"lines\":%d,"
                        + "\"rejects\":%d,\"elapsed_ms\":%.0f}",
                look.phase(),
                look.done(),
                look.total(),
                look.lines(),
                look.rejects(),
                seconds * 1000);
    }
}
