package org.atelier.measurements.format;

import org.jspecify.annotations.Nullable;

/**
 * Reads stamps {@code DD/MM/YY HH:MM:SS}, strictly by the calendar; one or two digits a part, the year exactly two: 69
 * to 99 are of the last century. Makes no object where stamps are UTC. Not thread-safe.
 */
final class StampReader {

    /** No time. */
    static final long BAD = Long.MIN_VALUE;

    private static final int FIRST_YEAR = 1969;
    private static final int DAY_SECONDS = 86_400;
    private static final int NOTHING = -1;
    /** How many days of a common year lie before the end of each month. */
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private final @Nullable WallClock zone;
    private byte[] bytes = {};
    private int at;
    private int to;

    /** @param zone of the stamps; null: they are UTC */
    StampReader(@Nullable WallClock zone) {
        this.zone = zone;
    }

    /** Seconds since 1970-01-01T00:00:00Z of the stamp in these bytes, white space around it left out; {@link #BAD}. */
    long read(byte[] source, int start, int end) {
        bytes = source;
        at = Space.skip(source, start, end);
        to = end;
        long local = local();
        return local == BAD || zone == null ? local : zone.epochSecond(local);
    }

    private long local() {
        int day = number('/', 1);
        int month = number('/', 1);
        int year = number(' ', 2);
        int hour = number(':', 1);
        int minute = number(':', 1);
        int second = number(NOTHING, 1);
        if ((day | month | year | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return BAD;
        }
        long dayStart = day(day, month, year);
        return dayStart == BAD ? BAD : dayStart + (hour * 60L + minute) * 60 + second;
    }

    /**
     * A number of at most two digits and what must stand behind it.
     *
     * @param behind {@link #NOTHING}: white space at most
     * @return negative when that is not there
     */
    private int number(int behind, int fewest) {
        int value = 0;
        int digits = 0;
        while (digits < 2 && at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            value = 10 * value + (bytes[at++] - '0');
            digits++;
        }
        if (digits < fewest) {
            return -1;
        }
        if (behind == NOTHING) {
            return Space.skip(bytes, at, to) == to ? value : -1;
        }
        return at < to && bytes[at++] == behind ? value : -1;
    }

    /**
     * Where a day of 1969 to 2068 begins, in which each fourth year is a leap year; {@link #BAD} when there is none.
     */
    private static long day(int day, int month, int twoDigits) {
        int year = twoDigits + (twoDigits < FIRST_YEAR % 100 ? 2000 : 1900);
        boolean leap = year % 4 == 0;
        if (month < 1 || month > 12 || day < 1 || day > DAYS_BEFORE[month] - DAYS_BEFORE[month - 1]) {
            return month == 2 && day == 29 && leap ? day(28, 2, twoDigits) + DAY_SECONDS : BAD;
        }
        long daysBefore = 365L * (year - FIRST_YEAR - 1) + (year - FIRST_YEAR) / 4 + DAYS_BEFORE[month - 1];
        return (daysBefore + (leap && month > 2 ? 1 : 0) + day - 1) * DAY_SECONDS;
    }
}
