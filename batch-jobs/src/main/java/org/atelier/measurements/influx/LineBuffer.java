package org.atelier.measurements.influx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Bytes that grow at their end and are used again: no object a value. Not thread-safe.
 *
 * <p>Numbers are written as {@link Double#toString(double)} writes them: the fewest digits that are read back as the
 * same number, a point at least, {@code -0.0} with its sign.
 */
final class LineBuffer {

    /** Up to there a number times a power of ten is told from its neighbours. */
    private static final double EXACT = 1e15;

    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private byte[] bytes = new byte[8192];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void append(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    void append(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    /** A whole number. */
    void append(long number) {
        reserve(20);
        if (number == Long.MIN_VALUE) {
            append(Long.toString(number).getBytes(ISO_8859_1));
            return;
        }
        if (number < 0) {
            bytes[length++] = '-';
        }
        digits(Math.abs(number), 1);
    }

    /** A finite number. */
    void append(double number) {
        double size = Math.abs(number);
        if (size != 0 && (size < 1e-3 || size >= 1e7)) {
            append(Double.toString(number).getBytes(ISO_8859_1));
            return;
        }
        for (int decimals = 1; decimals < POWERS.length; decimals++) {
            double power = POWERS[decimals];
            double scaled = Math.rint(size * power);
            if (scaled < EXACT && scaled / power == size) {
                decimal((long) scaled, decimals, Double.doubleToRawLongBits(number) < 0);
                return;
            }
        }
        append(Double.toString(number).getBytes(ISO_8859_1));
    }

    private void decimal(long scaled, int decimals, boolean negative) {
        reserve(24);
        if (negative) {
            bytes[length++] = '-';
        }
        long power = (long) POWERS[decimals];
        digits(scaled / power, 1);
        bytes[length++] = '.';
        digits(scaled % power, decimals);
    }

    /** So many digits at least. */
    private void digits(long number, int least) {
        int count = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        count = Math.max(count, least);
        long rest = number;
        for (int at = length + count - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
