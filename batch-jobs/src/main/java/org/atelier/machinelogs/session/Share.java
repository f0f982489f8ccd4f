package org.atelier.machinelogs.session;

import java.math.BigDecimal;

/**
 * A part of the time from a session's first to its last piece. The shares of a session do not overlap and leave no gap.
 *
 * @param kind which rate it counts for
 * @param periodStart when the wait or stop that it is of starts; of effective time the share's own begin; seconds since
 *     1970-01-01T00:00:00 UTC
 * @param from its begin, likewise, exact
 * @param to its end, likewise
 */
public record Share(Kind kind, long periodStart, BigDecimal from, BigDecimal to) {

    /** What the machine does. */
    public enum Kind {
        EFFECTIVE,
        WAITING,
        STOPPED
    }

    /** Its length. */
    public BigDecimal seconds() {
        return to.subtract(from);
    }
}
