package org.atelier.retention;

import java.time.Duration;
import java.util.Locale;

/** Kinds of data that are kept for a time only. */
public enum Kept {
    /** Rejected lines, and rejects of orders that became right since. */
    REJECTS(90),
    /** The log files of runs. */
    LOGS(90),
    /** The record of runs that had nothing to do, which are most. */
    IDLE(30),
    /** The record of the other runs, with their plans. */
    RUNS(365),
    /** The landing area's copies; their days are sealed. */
    ARCHIVE(5 * 365 + 1);

    private final Duration usually;

    Kept(int days) {
        this.usually = Duration.ofDays(days);
    }

    /** How long, unless something else is said. */
    public Duration usually() {
        return usually;
    }

    /** What people call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
