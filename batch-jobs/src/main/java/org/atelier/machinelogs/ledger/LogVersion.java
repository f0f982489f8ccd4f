package org.atelier.machinelogs.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.files.FileVersion;
import org.atelier.files.LineCounts;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.jspecify.annotations.Nullable;

/**
 * One content of a log file, as it lies in the landing area.
 *
 * @param sha256 hash of the content, lower-case hexadecimal
 * @param size bytes
 * @param modified the server's modification time when it was downloaded
 * @param downloadedAt when this content was first downloaded: with {@code modified} it bounds which times are plausible
 * @param head its first bytes (at most 64), lower-case hexadecimal: finds the files it may be a beginning of
 * @param days the production days that have events of it, in the order of their first event
 * @param dayStarts for each day the time, as written, of its first event in this file
 * @param dayEvents for each day how many events it has; empty when that is not known
 * @param dayStart when a production day began by the rule that assigned {@code days}; null when that is not known
 * @param counts what became of its lines
 */
public record LogVersion(
        String sha256,
        long size,
        Instant modified,
        Instant downloadedAt,
        String head,
        List<LocalDate> days,
        List<LocalDateTime> dayStarts,
        List<Long> dayEvents,
        @Nullable LocalTime dayStart,
        LineCounts counts)
        implements FileVersion {

    /** Makes unmodifiable copies. */
    public LogVersion {
        days = List.copyOf(days);
        dayStarts = List.copyOf(dayStarts);
        dayEvents = List.copyOf(dayEvents);
    }

    /**
     * The time, as written, of the first event of a day.
     *
     * @param day one of {@link #days()}
     */
    public LocalDateTime startOf(LocalDate day) {
        return dayStarts.get(days.indexOf(day));
    }

    /** The same content as one that adds nothing: no day, no line. */
    public LogVersion withoutLines() {
        return with(List.of(), List.of(), List.of(), dayStart, LineCounts.NONE);
    }

    /** The same content, read again. */
    public LogVersion with(
            List<LocalDate> newDays,
            List<LocalDateTime> newDayStarts,
            List<Long> newDayEvents,
            @Nullable LocalTime newDayStart,
            LineCounts newCounts) {
        return new LogVersion(
                sha256,
                size,
                modified,
                downloadedAt,
                head,
                newDays,
                newDayStarts,
                newDayEvents,
                newDayStart,
                newCounts);
    }

    /** The same content, with days that the next run assigns again. */
    LogVersion withoutDayStart() {
        return with(days, dayStarts, dayEvents, null, counts);
    }

    /** Whether its days are those of the rule. */
    public boolean hasDaysBy(ProductionDayRule rule) {
        return days.isEmpty() || rule.dayStart().equals(dayStart);
    }

    /**
     * The same content with every day that it may have events of by another rule than the one that assigned its days:
     * those, and the day before and after each. For a content that cannot be read.
     */
    public LogVersion atMost() {
        List<LocalDate> possible = days.stream()
                .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)))
                .distinct()
                .toList();
        return with(possible, possible.stream().map(LocalDate::atStartOfDay).toList(), List.of(), dayStart, counts);
    }
}
