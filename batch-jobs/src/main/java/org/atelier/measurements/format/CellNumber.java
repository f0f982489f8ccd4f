package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Reads one cell as a number: sign, digits with a decimal point, exponent, each but the digits optional; white space
 * around it. The value is the one that {@link Double#parseDouble} gives, without a text being made for all but very
 * long numbers. Not thread-safe.
 */
final class CellNumber {

    /** What a cell is. */
    enum Kind {
        NUMBER,
        EMPTY,
        /** Neither, or not finite. */
        BAD
    }

    /** So many digits fit a long. */
    private static final int MOST_DIGITS = 18;

    private static final long LARGEST_EXACT = 1L << 53;
    private static final int LARGEST_EXPONENT = 99_999;

    /** The powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private byte[] bytes = {};
    private int to;

    private Kind kind = Kind.EMPTY;
    private double value;

    private long mantissa;
    private int significant;
    private int exponent;

    Kind kind() {
        return kind;
    }

    /** The number, when it is one. */
    double value() {
        return value;
    }

    /**
     * Reads the cell that begins here.
     *
     * @param end where the row ends
     * @return where the cell ends: at a tab, or the row's end
     */
    int read(byte[] row, int from, int end) {
        bytes = row;
        to = end;
        int start = Space.skipInCell(row, from, end);
        if (start == end || row[start] == '\t') {
            kind = Kind.EMPTY;
            return start;
        }
        int behind = number(start);
        int cellEnd = behind < 0 ? start : Space.skipInCell(row, behind, end);
        if (behind < 0 || (cellEnd < end && row[cellEnd] != '\t')) {
            kind = Kind.BAD;
            return cellEnd(cellEnd);
        }
        value = value(start, behind);
        kind = Double.isInfinite(value) ? Kind.BAD : Kind.NUMBER;
        return cellEnd;
    }

    private int cellEnd(int from) {
        int i = from;
        while (i < to && bytes[i] != '\t') {
            i++;
        }
        return i;
    }

    /** Where the number ends that begins here; negative when none does. */
    private int number(int start) {
        mantissa = 0;
        significant = 0;
        exponent = 0;
        int from = isSign(start) ? start + 1 : start;
        int point = digits(from);
        int found = point - from;
        int end = point;
        if (point < to && bytes[point] == '.') {
            end = digits(point + 1);
            exponent = point + 1 - end;
            found -= exponent;
        }
        if (found == 0) {
            return -1;
        }
        return end < to && (bytes[end] | 0x20) == 'e' ? exponent(end + 1) : end;
    }

    private int digits(int from) {
        int i = from;
        while (i < to && isDigit(i)) {
            mantissa = 10 * mantissa + (bytes[i++] - '0');
            significant += mantissa == 0 ? 0 : 1;
        }
        return i;
    }

    private int exponent(int from) {
        boolean negative = from < to && bytes[from] == '-';
        int first = isSign(from) ? from + 1 : from;
        int read = 0;
        int i = first;
        while (i < to && isDigit(i)) {
            read = Math.min(LARGEST_EXPONENT, 10 * read + (bytes[i++] - '0'));
        }
        exponent += negative ? -read : read;
        return i == first ? -1 : i;
    }

    /** A product or quotient of two numbers that are exact is rounded once, so it is right; else Java's own reader. */
    private double value(int from, int end) {
        if (significant > MOST_DIGITS || mantissa > LARGEST_EXACT || Math.abs(exponent) >= POWERS.length) {
            return Double.parseDouble(new String(bytes, from, end - from, ISO_8859_1));
        }
        double number = exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
        return bytes[from] == '-' ? -number : number;
    }

    private boolean isDigit(int at) {
        return bytes[at] >= '0' && bytes[at] <= '9';
    }

    private boolean isSign(int at) {
        return at < to && (bytes[at] == '-' || bytes[at] == '+');
    }
}
