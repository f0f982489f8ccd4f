package org.atelier.history;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Days as people give them. Years beyond these are slips of a finger, which neither Java's instants nor tables hold.
 */
public final class CalendarDay {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /** Which days may be given, in words. */
    public static final String RANGE = "from " + FIRST + " to " + LAST;

    private CalendarDay() {}

    /**
     * Reads a day such as {@code 2025-05-28}.
     *
     * @throws IllegalArgumentException when the text is none, or lies outside of the range; the message names it
     */
    public static LocalDate parse(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(refused(text), e);
        }
        throw new IllegalArgumentException(refused(text));
    }

    private static String refused(String text) {
        return "'" + text + "' is no day " + RANGE + ", such as 2025-05-28";
    }
}
