package org.atelier.orders.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The date of a planned note: local time, as written.
 *
 * @param raw as MySQL writes it; null when the note has none
 * @param at null when there is none, or none that can be
 */
record PlannedDate(@Nullable String raw, @Nullable LocalDateTime at) {

    private static final int DAY = "2025-05-28".length();

    static PlannedDate of(@Nullable String raw) {
        return new PlannedDate(raw, raw == null ? null : parsed(raw));
    }

    private static @Nullable LocalDateTime parsed(String raw) {
        if (raw.startsWith("0000")) {
            // MySQL's zero date; to Java the year 0 is one.
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(raw.substring(0, Math.min(DAY, raw.length())));
            LocalTime time = raw.length() > DAY ? LocalTime.parse(raw.substring(DAY + 1)) : LocalTime.MIDNIGHT;
            return day.atTime(time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether it can be taken: no date at all can, a zero or partial one cannot. */
    boolean isGood() {
        return raw == null || at != null;
    }
}
