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
        append(more, more.length);
    }

    /** All that another one has. */
    void append(LineBuffer other) {
        append(other.bytes, other.length);
    }

    private void append(byte[] more, int many) {
        reserve(many);
        System.arraycopy(more, 0, bytes, length, many);
        length += many;
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
        digits(Math.abs(number));
    }

    /** A finite number. */
    void append(double number) {
        double size = Math.abs(number);
        if (size == 0 || (size >= 1e-3 && size < 1e7)) {
            double hundredths = Math.rint(size * 100);
            if (hundredths / 100 == size) {
                hundredths((int) hundredths, Double.doubleToRawLongBits(number) < 0);
                return;
            }
            for (int decimals = 4; decimals < POWERS.length; decimals += 2) {
                double power = POWERS[decimals];
                double scaled = Math.rint(size * power);
                if (scaled < EXACT && scaled / power == size) {
                    decimal((long) scaled, decimals, Double.doubleToRawLongBits(number) < 0);
                    return;
                }
            }
        }
        append(Double.toString(number).getBytes(ISO_8859_1));
    }

    /** What a box writes: two decimals at most, less than a thousand million of them. */
    private void hundredths(int number, boolean negative) {
        reserve(12);
        if (negative) {
            bytes[length++] = '-';
        }
        int whole = number / 100;
        int rest = number - whole * 100;
        int end = length + 1;
        for (int power = 10; whole >= power; power *= 10) {
            end++;
        }
        for (int at = end - 1; at >= length; at--) {
            int tens = whole / 10;
            bytes[at] = (byte) ('0' + whole - tens * 10);
            whole = tens;
        }
        bytes[end++] = '.';
        int tenths = rest / 10;
        bytes[end++] = (byte) ('0' + tenths);
        int last = rest - tenths * 10;
        if (last > 0) {
            bytes[end++] = (byte) ('0' + last);
        }
        length = end;
    }

    /** A number of so many decimals, without the zeros at their end. */
    private void decimal(long scaled, int decimals, boolean negative) {
        reserve(24);
        if (negative) {
            bytes[length++] = '-';
        }
        long shown = scaled;
        int places = decimals;
        while (places > 1 && shown % 10 == 0) {
            shown /= 10;
            places--;
        }
        int end = length + Math.max(count(shown), places + 1) + 1;
        int point = end - places - 1;
        for (int at = end - 1; at > point; at--) {
            bytes[at] = (byte) ('0' + shown % 10);
            shown /= 10;
        }
        bytes[point] = '.';
        for (int at = point - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + shown % 10);
            shown /= 10;
        }
        length = end;
    }

    /** How many digits a number has that is not negative. */
    private static int count(long number) {
        int count = 1;
        for (long power = 10; count < 18 && number >= power; power *= 10) {
            count++;
        }
        return count;
    }

    private void digits(long number) {
        int end = length + (number < 1_000_000_000_000_000_000L ? count(number) : 19);
        long rest = number;
        for (int at = end - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
