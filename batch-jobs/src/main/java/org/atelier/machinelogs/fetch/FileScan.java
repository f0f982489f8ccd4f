package org.atelier.machinelogs.fetch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import org.atelier.files.LineCounts;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.atelier.transfer.LandedFile;

/**
 * What one reading of a log file says of it.
 *
 * @param counts what became of its lines
 * @param days the production days that have events of it, in the order of their first event
 * @param rule by which the days were assigned
 * @param dayStarts for each day the time, as written, of its first event in the file
 * @param dayEvents for each day how many events it has
 */
public record FileScan(
        LineCounts counts,
        ProductionDayRule rule,
        List<LocalDate> days,
        List<LocalDateTime> dayStarts,
        List<Long> dayEvents) {

    /**
     * The version that was read.
     *
     * @param landed the content in the landing area
     * @param firstDownload when this content was first downloaded
     */
    public LogVersion versionOf(LandedFile landed, Instant firstDownload) {
        return new LogVersion(
                landed.sha256(),
                landed.size(),
                landed.modified(),
                firstDownload,
                HexFormat.of().formatHex(landed.head()),
                days,
                dayStarts,
                dayEvents,
                rule.dayStart(),
                counts);
    }

    /** A version whose content was read again. */
    public LogVersion versionOf(LogVersion known) {
        return known.with(days, dayStarts, dayEvents, rule.dayStart(), counts);
    }
}
