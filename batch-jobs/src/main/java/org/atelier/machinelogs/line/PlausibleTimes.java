package org.atelier.machinelogs.line;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The times a line may carry, by the plant's wall clock, both ends included. Fixed with a file's version, never by
 * today's date, so that a rebuild gives the same result at any later time.
 */
public record PlausibleTimes(LocalDateTime from, LocalDateTime to) {

    private static final LocalDateTime EARLIEST = LocalDateTime.of(2000, 1, 1, 0, 0);

    /**
     * From 2000-01-01 00:00:00 up to 24 hours, by the plant's wall clock, after the later of both instants.
     *
     * @param fileModified the file's recorded time of modification
     * @param firstDownload when this version of the file was first downloaded
     * @param zone the plant's zone
     */
    public static PlausibleTimes of(Instant fileModified, Instant firstDownload, ZoneId zone) {
        Instant later = fileModified.isAfter(firstDownload) ? fileModified : firstDownload;
        return new PlausibleTimes(EARLIEST, LocalDateTime.ofInstant(later, zone).plusDays(1));
    }

    long fromSecond() {
        // A bound within a second lets in the whole seconds behind it.
        return from.minusNanos(1).toEpochSecond(ZoneOffset.UTC) + 1;
    }

    long toSecond() {
        return to.toEpochSecond(ZoneOffset.UTC);
    }
}
