package org.atelier.machinelogs.explain;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A job profile of a session.
 *
 * @param reference what is machined
 * @param length as written
 * @param colour null when the log gives none
 * @param from its begin, local plant time
 * @param to its end, likewise; null when no piece follows the last profile
 * @param start its begin in real time, seconds since 1970-01-01T00:00:00 UTC
 * @param end its end, likewise; {@code start} when it has none
 * @param pieces made in it
 * @param begins the line that begins it
 */
public record ProfileInWork(
        String reference,
        BigDecimal length,
        @Nullable String colour,
        LocalDateTime from,
        @Nullable LocalDateTime to,
        long start,
        long end,
        int pieces,
        Place begins) {}
