package org.atelier.machinelogs.gate;

import java.math.BigDecimal;

/**
 * From when on a loaded file needs a look.
 *
 * @param maxRejectRatio a larger share of rejects among its lines that are not blank is too much, from 0 to 1
 * @param maxOutsideDayRatio a larger share of events outside the days around its name is too much, from 0 to 1
 */
public record GateLimits(BigDecimal maxRejectRatio, BigDecimal maxOutsideDayRatio) {

    /** Lines of a file before the share of its rejects says anything. */
    public static final long SAMPLE = 100;

    /** More than half. */
    public static final GateLimits USUAL = new GateLimits(new BigDecimal("0.5"), new BigDecimal("0.5"));

    static boolean exceeded(BigDecimal ratio, long part, long whole) {
        return BigDecimal.valueOf(part).compareTo(ratio.multiply(BigDecimal.valueOf(whole))) > 0;
    }

    static String words(BigDecimal ratio) {
        return ratio.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
