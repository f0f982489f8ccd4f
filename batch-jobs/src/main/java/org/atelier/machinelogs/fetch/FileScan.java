package org.atelier.machinelogs.fetch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.atelier.machinelogs.ledger.LineCounts;

/**
 * What one reading of a log file says of it.
 *
 * @param counts what became of its lines
 * @param days the production days that have events of it, in the order of their first event
 * @param dayStarts for each day the time, as written, of its first event in the file
 */
public record FileScan(LineCounts counts, List<LocalDate> days, List<LocalDateTime> dayStarts) {}
