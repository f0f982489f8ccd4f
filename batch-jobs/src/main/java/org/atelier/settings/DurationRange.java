package org.atelier.settings;

import java.time.Duration;

/**
 * The durations that may be given for something, both ends included. Every duration that people give has one: beyond it
 * a database's or a driver's number overflows, and a wait turns into none.
 *
 * @param least the shortest, as people write it
 * @param most the longest, as people write it
 */
public record DurationRange(String least, String most) {

    /** What a server's and a driver's time-out can be: both count milliseconds in 32 bits. */
    public static final String LONGEST_WAIT = "24d";

    /** Refuses what nobody can keep to. */
    public DurationRange {
        if (Durations.parse(least).compareTo(Durations.parse(most)) > 0) {
            throw new IllegalArgumentException(least + " is longer than " + most);
        }
    }

    /** In words, to follow "from". */
    public String words() {
        return "from " + least + " to " + most;
    }

    /**
     * Reads a duration within the range.
     *
     * @throws IllegalArgumentException when the text is none; the message names the range
     */
    public Duration parse(String text) {
        try {
            Duration duration = Durations.parse(text);
            if (duration.compareTo(Durations.parse(least)) >= 0 && duration.compareTo(Durations.parse(most)) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(refused(text), e);
        }
        throw new IllegalArgumentException(refused(text));
    }

    private String refused(String text) {
        return "'" + text + "' is no duration " + words() + ", such as 90s, 10m, 12h or 7d";
    }
}
