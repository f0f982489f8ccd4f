package org.atelier.machinelogs.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in an event's details: {@code \d+([.,]\d+)?}, neither preceded nor followed by a digit, nor by a point or
 * comma with a digit ({@code 1.2.3} holds no number). A minus directly before it, unless behind a letter or a digit,
 * belongs to it.
 *
 * @param text the details
 * @param start where its first digit stands
 * @param point where its point or comma stands; {@code end} when it has no decimal part
 * @param end behind its last digit
 */
record DetailNumber(String text, int start, int point, int end) {

    /** What PostgreSQL's {@code numeric} can hold behind the point. */
    private static final int MOST_DECIMALS = 16_383;

    /** The first number at or behind this place, which must not lie within a number; null when there is none. */
    static @Nullable DetailNumber find(String text, int from) {
        int i = from;
        while (i < text.length()) {
            if (!isDigit(text, i)) {
                i++;
                continue;
            }
            int point = digits(text, i);
            int end = fraction(text, point);
            int chain = end;
            for (int next = fraction(text, chain); next > chain; next = fraction(text, chain)) {
                chain = next;
            }
            if (chain == end) {
                return new DetailNumber(text, i, point, end);
            }
            i = chain;
        }
        return null;
    }

    boolean hasDecimals() {
        return point < end;
    }

    boolean isNegative() {
        return start > 0
                && text.charAt(start - 1) == '-'
                && !(start > 1 && Character.isLetterOrDigit(text.codePointBefore(start - 1)));
    }

    /** Digits before the point, leading zeros left out. */
    int integerDigits() {
        int i = start;
        while (i < point && text.charAt(i) == '0') {
            i++;
        }
        return point - i;
    }

    /**
     * The exact value, all decimals kept.
     *
     * @throws BadDetailsException when it has more decimals than the database can hold
     */
    BigDecimal value() throws BadDetailsException {
        if (end - point - 1 > MOST_DECIMALS) {
            throw new BadDetailsException("a number with more than " + MOST_DECIMALS + " decimals");
        }
        BigDecimal value = new BigDecimal(text.substring(start, end).replace(',', '.'));
        return isNegative() ? value.negate() : value;
    }

    /** Behind a point or comma with digits that stands here; {@code from} itself when none does. */
    private static int fraction(String text, int from) {
        boolean separator = from < text.length() && (text.charAt(from) == '.' || text.charAt(from) == ',');
        return separator && from + 1 < text.length() && isDigit(text, from + 1) ? digits(text, from + 1) : from;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text, i)) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(String text, int i) {
        char c = text.charAt(i);
        return c >= '0' && c <= '9';
    }
}
