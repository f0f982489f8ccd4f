package org.atelier.retention;

import java.time.Duration;
import java.util.Locale;

/** Kinds of data that are kept for a time only. */
public enum Kept {
    /** Rejected lines, and rejects of orders that became right since. */
    REJECTS(days(90)),
    /** The log files of runs. */
    LOGS(days(90)),
    /** The record of runs that had nothing to do, which are most. */
    IDLE(days(30)),
    /** The record of the other runs, with their plans. */
    RUNS(years(1)),
    /** What is left, when its row was deleted, of an order that vanished from the ERP: its rejects. */
    VANISHED_ORDERS(days(0)),
    /** The landing area's copies; their days are sealed. */
    ARCHIVE(years(5));

    private final Duration usually;

    Kept(Duration usually) {
        this.usually = usually;
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    /** Of 365.25 days, as in settings. */
    private static Duration years(int years) {
        return Duration.ofHours(8_766L * years);
    }

    /** How long, unless something else is said. */
    public Duration usually() {
        return usually;
    }

    /** Whether one age for several kinds leaves it out: what cannot be had again, and what is kept for no time. */
    public boolean onlyByName() {
        return this == ARCHIVE || this == VANISHED_ORDERS;
    }

    /** What people call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
