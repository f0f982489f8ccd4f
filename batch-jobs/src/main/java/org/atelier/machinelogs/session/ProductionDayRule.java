package org.atelier.machinelogs.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * Which production day a time belongs to: the date of the time less {@code dayStart}, by the wall clock alone, so that
 * a night shift belongs to the day it began.
 *
 * @param dayStart when the day begins, in whole seconds
 */
public record ProductionDayRule(LocalTime dayStart) {

    private static final int DAY_SECONDS = 86_400;

    public ProductionDayRule {
        if (!dayStart.equals(dayStart.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("A production day begins at a whole second, not at " + dayStart + ".");
        }
    }

    /**
     * The production day of a time, in days since 1970-01-01.
     *
     * @param localSecond seconds since 1970-01-01T00:00:00 of the plant's wall clock
     */
    public long epochDay(long localSecond) {
        return Math.floorDiv(localSecond - dayStart.toSecondOfDay(), DAY_SECONDS);
    }

    /** The production day of a time, as {@link #epochDay}. */
    public LocalDate dayOf(long localSecond) {
        return LocalDate.ofEpochDay(epochDay(localSecond));
    }
}
