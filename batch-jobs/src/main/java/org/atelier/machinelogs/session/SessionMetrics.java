package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a session, with W the time from its first to its last piece. Hours have 4 decimals and rates, in per
 * cent, 2; each is rounded half up once, from the exact value. The only place where a formula stands.
 *
 * @param productionHours the length of W
 * @param waitHours all waits, added up
 * @param voluntaryStopHours all voluntary stops, added up
 * @param effectiveHours W less the stops and waits within it, each instant counted once
 * @param occupationRate the share of W that is effective
 * @param waitRate the share of W in which the machine waits and is not stopped
 * @param voluntaryStopRate the share of W in which it is stopped
 */
public record SessionMetrics(
        BigDecimal productionHours,
        BigDecimal waitHours,
        BigDecimal voluntaryStopHours,
        BigDecimal effectiveHours,
        BigDecimal occupationRate,
        BigDecimal waitRate,
        BigDecimal voluntaryStopRate) {

    private static final BigDecimal HOUR_SECONDS = BigDecimal.valueOf(3_600);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static SessionMetrics of(@Nullable Moment firstPiece, @Nullable Moment lastPiece, Periods waits, Periods stops) {
        long from = firstPiece == null ? 0 : firstPiece.instant();
        long to = lastPiece == null ? 0 : lastPiece.instant();
        BigDecimal window = BigDecimal.valueOf(to - from);
        BigDecimal stopped = stops.coverage(from, to);
        BigDecimal idle = stops.and(waits).coverage(from, to);
        BigDecimal waited = idle.subtract(stopped);
        BigDecimal effective = window.subtract(idle);
        return new SessionMetrics(
                hours(window),
                hours(waits.sum()),
                hours(stops.sum()),
                hours(effective),
                rate(effective, window),
                rate(waited, window),
                rate(stopped, window));
    }

    private static BigDecimal hours(BigDecimal seconds) {
        return seconds.divide(HOUR_SECONDS, 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal rate(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO.setScale(2, RoundingMode.UNNECESSARY)
                : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
    }
}
