package org.atelier.machinelogs.line;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads the time of a line, strictly {@code uuuuMMdd HH:mm:ss} once every non-ASCII character and the white space
 * around are gone. Keeps the last date, as neighbouring lines share it. Not thread-safe.
 */
final class LineTime {

    /** No time. */
    static final long BAD = Long.MIN_VALUE;

    private static final int LENGTH = 17;
    private static final int DAY_SECONDS = 86_400;

    private final byte[] ascii = new byte[LENGTH];
    private int lastDate = -1;
    private long lastDateSecond = BAD;

    /** Seconds since 1970-01-01T00:00:00 of the wall clock the line was written by, or {@link #BAD}. */
    long read(byte[] bytes, int from, int to) {
        if (to - from == LENGTH) {
            long second = exactly(bytes, from);
            if (second != BAD) {
                return second;
            }
        }
        return onlyAscii(bytes, from, to) ? exactly(ascii, 0) : BAD;
    }

    /** Fills {@link #ascii}; false when the trimmed ASCII characters are more or less than it takes. */
    private boolean onlyAscii(byte[] bytes, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b < 0) {
                continue;
            }
            if ((n > 0 && n < LENGTH) || !isSpace(b)) {
                if (n == LENGTH) {
                    return false;
                }
                ascii[n++] = b;
            }
        }
        return n == LENGTH;
    }

    private static boolean isSpace(byte b) {
        return Character.isWhitespace(b);
    }

    private long exactly(byte[] b, int at) {
        int date = number(b, at, 8);
        int hour = number(b, at + 9, 2);
        int minute = number(b, at + 12, 2);
        int second = number(b, at + 15, 2);
        boolean punctuated = b[at + 8] == ' ' && b[at + 11] == ':' && b[at + 14] == ':';
        if (!punctuated || (date | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return BAD;
        }
        long dateSecond = secondOf(date);
        return dateSecond == BAD ? BAD : dateSecond + (hour * 60L + minute) * 60 + second;
    }

    private long secondOf(int date) {
        if (date != lastDate) {
            lastDate = date;
            try {
                lastDateSecond = LocalDate.of(date / 10_000, date / 100 % 100, date % 100)
                                .toEpochDay()
                        * DAY_SECONDS;
            } catch (DateTimeException noSuchDay) {
                lastDateSecond = BAD;
            }
        }
        return lastDateSecond;
    }

    /** A negative number when one of these bytes is no digit. */
    private static int number(byte[] b, int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
