package org.atelier.run;

import java.time.LocalDate;
import java.util.Collection;

/**
 * Production days that a run is for.
 *
 * @param from the first one
 * @param to the last one, not before the first
 */
public record DayRange(LocalDate from, LocalDate to) {

    /**
     * Refuses a range that ends before it begins.
     *
     * @throws IllegalArgumentException then
     */
    public DayRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The range ends (" + to + ") before it begins (" + from + ")");
        }
    }

    /** Whether the day is one of them. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether every one of the days is in the range. */
    public boolean containsAll(Collection<LocalDate> days) {
        return days.stream().allMatch(this::contains);
    }

    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + " to " + to;
    }
}
