package org.atelier.orders.erp;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.atelier.orders.text.CleanText;
import org.atelier.orders.text.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * What a number column of the ERP holds, exactly, whatever its type: mostly a whole number of 64 bits, else a larger
 * one or one with decimals, or, in a column of texts, no number at all. Numbers come before what is none; that is
 * ordered by code points. Immutable.
 *
 * @param value the number, where 64 bits hold it
 * @param larger the number, where they do not
 * @param text what is no number
 */
public record ErpNumber(
        long value, @Nullable BigDecimal larger, @Nullable String text) implements Comparable<ErpNumber> {

    /** No column of MySQL has more digits, but a text may. */
    private static final int MOST_DIGITS = 400;

    private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    /** A whole number. */
    public static ErpNumber of(long value) {
        return new ErpNumber(value, null, null);
    }

    /** What a text says; null when it says nothing. */
    public static @Nullable ErpNumber of(@Nullable String raw) {
        String clean = CleanText.of(raw);
        if (clean == null) {
            return null;
        }
        try {
            return of(Long.parseLong(clean));
        } catch (NumberFormatException e) {
            return exact(clean);
        }
    }

    private static ErpNumber exact(String clean) {
        BigDecimal number = clean.length() > MOST_DIGITS ? null : parsed(clean);
        if (number == null || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return new ErpNumber(0, null, clean);
        }
        boolean isLong = isWhole(number) && number.compareTo(LEAST_LONG) >= 0 && number.compareTo(MOST_LONG) <= 0;
        return isLong ? of(number.longValueExact()) : new ErpNumber(0, number.stripTrailingZeros(), null);
    }

    private static @Nullable BigDecimal parsed(String clean) {
        try {
            return new BigDecimal(clean);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** The whole number, however large; null when it is none. */
    public @Nullable BigInteger whole() {
        if (text != null || (larger != null && !isWhole(larger))) {
            return null;
        }
        return larger == null ? BigInteger.valueOf(value) : larger.toBigInteger();
    }

    @Override
    public int compareTo(ErpNumber other) {
        if (text != null || other.text != null) {
            return text == null ? -1 : other.text == null ? 1 : CodePoints.ORDER.compare(text, other.text);
        }
        return larger == null && other.larger == null
                ? Long.compare(value, other.value)
                : decimal().compareTo(other.decimal());
    }

    private BigDecimal decimal() {
        return larger == null ? BigDecimal.valueOf(value) : larger;
    }

    /** As people write it, without needless zeros; equal numbers are equal texts. */
    @Override
    public String toString() {
        if (text != null) {
            return text;
        }
        return larger == null ? Long.toString(value) : larger.toPlainString();
    }
}
