package org.atelier.measurements.sink;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.atelier.measurements.series.Level;

/**
 * A span of time.
 *
 * @param first its first second since 1970
 * @param last its last one
 */
public record Span(long first, long last) {

    /** The whole weeks that it touches, and with them all windows of any level. */
    Span windows() {
        return new Span(Level.WEEK.start(first), Level.WEEK.start(last) + Level.WEEK.seconds() - 1);
    }

    boolean holds(long epochSecond) {
        return epochSecond >= first && epochSecond <= last;
    }

    OffsetDateTime from() {
        return at(first);
    }

    OffsetDateTime to() {
        return at(last);
    }

    static OffsetDateTime at(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).atOffset(ZoneOffset.UTC);
    }
}
