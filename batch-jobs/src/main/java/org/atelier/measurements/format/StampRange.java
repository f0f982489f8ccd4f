package org.atelier.measurements.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stamps of a file: the earliest, the latest, and the days. They are of 1969 to 2068, so the days are few. */
final class StampRange {

    private static final int DAY_SECONDS = 86_400;
    /** 1968-12-31: a zone may move the first stamp that can be written into the day before. */
    private static final long FIRST_DAY = LocalDate.of(1968, 12, 31).toEpochDay();

    private final BitSet days = new BitSet();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(long epochSecond) {
        first = Math.min(first, epochSecond);
        last = Math.max(last, epochSecond);
        days.set((int) (Math.floorDiv(epochSecond, DAY_SECONDS) - FIRST_DAY));
    }

    List<LocalDate> days() {
        return days.stream()
                .mapToObj(day -> LocalDate.ofEpochDay(FIRST_DAY + day))
                .toList();
    }

    @Nullable Instant first() {
        return days.isEmpty() ? null : Instant.ofEpochSecond(first);
    }

    @Nullable Instant last() {
        return days.isEmpty() ? null : Instant.ofEpochSecond(last);
    }
}
