package org.atelier.orders.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The date of a planned note: local time, as written.
 *
 * @param raw as MySQL writes it; null when the note has none
 * @param at null when there is none, or none that can be
 */
record PlannedDate(@Nullable String raw, @Nullable LocalDateTime at) {

    private static final int DAY = "2025-05-28".length();
    private static final String FORM = "0000-00-00 00:00:00";
    private static final int SECONDS = FORM.length();

    static PlannedDate of(@Nullable String raw) {
        return new PlannedDate(raw, raw == null ? null : parsed(raw));
    }

    private static @Nullable LocalDateTime parsed(String raw) {
        if (raw.startsWith("0000")) {
            // MySQL's zero date; to Java the year 0 is one.
            return null;
        }
        try {
            return raw.length() == SECONDS && isWritten(raw) ? ofDigits(raw) : otherwise(raw);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@code 2025-05-28 07:30:00}, as MySQL writes nearly all of them. */
    private static boolean isWritten(String raw) {
        for (int i = 0; i < SECONDS; i++) {
            char pattern = FORM.charAt(i);
            char c = raw.charAt(i);
            if (pattern == '0' ? c < '0' || c > '9' : c != pattern) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime ofDigits(String raw) {
        return LocalDateTime.of(
                Integer.parseInt(raw, 0, 4, 10),
                Integer.parseInt(raw, 5, 7, 10),
                Integer.parseInt(raw, 8, 10, 10),
                Integer.parseInt(raw, 11, 13, 10),
                Integer.parseInt(raw, 14, 16, 10),
                Integer.parseInt(raw, 17, 19, 10));
    }

    private static LocalDateTime otherwise(String raw) {
        LocalDate day = LocalDate.parse(raw.substring(0, Math.min(DAY, raw.length())));
        LocalTime time = raw.length() > DAY ? LocalTime.parse(raw.substring(DAY + 1)) : LocalTime.MIDNIGHT;
        return day.atTime(time);
    }

    /** The latest of them; null when none says when. */
    static @Nullable LocalDateTime latest(List<PlannedDate> dates) {
        LocalDateTime latest = null;
        for (PlannedDate date : dates) {
            LocalDateTime at = date.at;
            if (at != null && (latest == null || at.isAfter(latest))) {
                latest = at;
            }
        }
        return latest;
    }

    /** Whether it can be taken: no date at all can, a zero or partial one cannot. */
    boolean isGood() {
        return raw == null || at != null;
    }
}
