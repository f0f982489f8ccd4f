package org.atelier.settings;

import java.math.BigDecimal;

/** Shares such as {@code 1%} or {@code 0.01}, from 0 to 1. */
public final class Ratios {

    /** Which shares may be given, in words. */
    public static final String RANGE = "from 0% to 100%";

    private Ratios() {}

    /** A share as {@link #parse} reads it, in percent. */
    public static String text(BigDecimal ratio) {
        return ratio.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    /**
     * Reads a share.
     *
     * @throws IllegalArgumentException when the text is none, or not from 0 to 1
     */
    public static BigDecimal parse(String text) {
        String trimmed = text.strip();
        boolean percent = trimmed.endsWith("%");
        String digits = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
        if (digits.matches("\\d{1,3}(\\.\\d{1,9})?")) {
            BigDecimal number = new BigDecimal(digits);
            BigDecimal ratio = percent ? number.movePointLeft(2) : number;
            if (ratio.compareTo(BigDecimal.ONE) <= 0) {
                return ratio;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no share " + RANGE + ", such as 1% or 0.01");
    }
}
