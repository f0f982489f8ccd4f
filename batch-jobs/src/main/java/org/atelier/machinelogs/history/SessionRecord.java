package org.atelier.machinelogs.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A production session as {@code v_session} has it. Times are local plant time, as in the log.
 *
 * @param centre code of the machining centre
 * @param type what it machines; null when unknown
 * @param day the production day
 * @param times first and last piece, first start, last stop
 * @param pieces produced
 * @param hours total, waiting, stopped, effective
 * @param rates occupation, waits, stops, in percent
 * @param piecesAnHour null when the session has no length
 * @param files it was built from; null for one that came through the API
 */
public record SessionRecord(
        String centre,
        @Nullable String type,
        LocalDate day,
        Times times,
        long pieces,
        Hours hours,
        Rates rates,
        @Nullable BigDecimal piecesAnHour,
        @Nullable String files) {

    /** Local times; null where there was no such event. */
    public record Times(
            @Nullable LocalDateTime firstPiece,
            @Nullable LocalDateTime lastPiece,
            @Nullable LocalDateTime firstStart,
            @Nullable LocalDateTime lastStop) {}

    /** Decimal hours. */
    public record Hours(BigDecimal total, BigDecimal waiting, BigDecimal stopped, BigDecimal effective) {}

    /** Percent of the total. */
    public record Rates(BigDecimal occupation, BigDecimal waiting, BigDecimal stopped) {}
}
