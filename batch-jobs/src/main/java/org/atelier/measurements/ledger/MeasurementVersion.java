package org.atelier.measurements.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.atelier.files.FileVersion;
import org.atelier.files.LineCounts;
import org.jspecify.annotations.Nullable;

/**
 * One content of a measurement file, as it lies in the landing area.
 *
 * @param sha256 hash of the content, lower-case hexadecimal
 * @param size bytes
 * @param modified the server's modification time when it was downloaded
 * @param downloadedAt when this content was first downloaded
 * @param days days, in UTC, that have a row of it
 * @param counts what became of its lines: rows with a valid stamp are used, titles and header block count as blank
 * @param facts what was read; null when the file is refused
 * @param refusal why no row of it may be used, for people; null when it can be read
 * @param unfinished why its upload seems to be under way, so that it is left to the next run; null when it does not
 */
public record MeasurementVersion(
        String sha256,
        long size,
        Instant modified,
        Instant downloadedAt,
        List<LocalDate> days,
        LineCounts counts,
        @Nullable MeasurementFacts facts,
        @Nullable String refusal,
        @Nullable String unfinished)
        implements FileVersion {

    /** Copies the days. */
    public MeasurementVersion {
        days = List.copyOf(days);
    }

    /** Whether nothing of it may be used. */
    public boolean isRefused() {
        return refusal != null;
    }

    /** The same, of which nothing may be used. */
    public MeasurementVersion refused(String reason) {
        return new MeasurementVersion(sha256, size, modified, downloadedAt, days, counts, facts, reason, unfinished);
    }

    /** The same, left to the next run for that reason; with null for it, not left. */
    public MeasurementVersion left(@Nullable String reason) {
        return new MeasurementVersion(sha256, size, modified, downloadedAt, days, counts, facts, refusal, reason);
    }
}
