package org.atelier.machinelogs.explain;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A wait or a stop of a session.
 *
 * @param kind what it is
 * @param from its begin, local plant time
 * @param to its end, likewise; null when it has none
 * @param start its begin in real time, seconds since 1970-01-01T00:00:00 UTC
 * @param seconds its length, exact; 0 when it has none
 * @param counted how much of it counts for its rate: between the pieces, and no other stop's or wait's; seconds
 * @param begins the line that begins it
 * @param ends the line that ends it; null when no line does
 */
public record Interval(
        Kind kind,
        LocalDateTime from,
        @Nullable LocalDateTime to,
        long start,
        BigDecimal seconds,
        BigDecimal counted,
        Place begins,
        @Nullable Place ends) {

    /** What an interval is. */
    public enum Kind {
        WAIT,
        STOP,
        /** A stop without a start directly behind it: no period, a doubt about the data. */
        OPEN_STOP;

        /** Its name for people and JSON, such as {@code open stop}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    Interval counting(BigDecimal share) {
        return new Interval(kind, from, to, start, seconds, share, begins, ends);
    }
}
