package org.atelier.machinelogs.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.atelier.files.LineCounts;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.line.LineKind;
import org.atelier.machinelogs.line.LogFileReader;
import org.atelier.machinelogs.line.PlausibleTimes;
import org.atelier.machinelogs.session.ProductionDayRule;

/** Reads a log file once, for its days and the balance of its lines; keeps no line. Thread-safe. */
public final class FileScanner {

    private final EventDecoders decoders;

    /** @param decoders the event types */
    public FileScanner(EventDecoders decoders) {
        this.decoders = decoders;
    }

    /**
     * Reads to the end and closes the stream.
     *
     * @param hold whether a last line without an end is held back
     */
    public FileScan scan(InputStream in, PlausibleTimes plausible, ProductionDayRule rule, boolean hold)
            throws IOException {
        return scan(in, plausible, rule, hold, new ScannedRejects.OfFile());
    }

    /** Reads to the end, closes the stream, and hands the rejected lines on. */
    FileScan scan(
            InputStream in,
            PlausibleTimes plausible,
            ProductionDayRule rule,
            boolean hold,
            ScannedRejects.OfFile rejects)
            throws IOException {
        Counting counting = new Counting(rule, rejects);
        try (LogFileReader lines = new LogFileReader(in, plausible, decoders)) {
            while (lines.next()) {
                counting.count(lines, hold);
            }
        }
        return counting.result();
    }

    /** What a file has of a production day. */
    private static final class OfDay {

        private final long day;
        private final long firstSecond;
        private long events;

        OfDay(long day, long firstSecond) {
            this.day = day;
            this.firstSecond = firstSecond;
        }
    }

    private static final class Counting {

        private final ProductionDayRule rule;
        private final ScannedRejects.OfFile rejects;
        private final Map<Long, OfDay> days = new LinkedHashMap<>();
        private OfDay last = new OfDay(Long.MIN_VALUE, 0);
        private long lines;
        private long blank;
        private long used;
        private long counted;
        private long rejected;
        private long held;

        Counting(ProductionDayRule rule, ScannedRejects.OfFile rejects) {
            this.rule = rule;
            this.rejects = rejects;
        }

        void count(LogFileReader line, boolean hold) {
            lines++;
            if (hold && !line.terminated()) {
                held++;
            } else if (line.kind() == LineKind.BLANK) {
                blank++;
            } else if (line.kind() == LineKind.REJECTED) {
                rejected++;
                rejects.add(line);
            } else {
                event(line);
            }
        }

        private void event(LogFileReader line) {
            if (line.event() == null) {
                counted++;
            } else {
                used++;
            }
            long day = rule.epochDay(line.localSecond());
            if (day != last.day) {
                last = days.computeIfAbsent(day, key -> new OfDay(key, line.localSecond()));
            }
            last.events++;
        }

        FileScan result() {
            return new FileScan(
                    new LineCounts(lines, blank, used, counted, rejected, held),
                    rule,
                    days.keySet().stream().map(LocalDate::ofEpochDay).toList(),
                    days.values().stream()
                            .map(day -> LocalDateTime.ofEpochSecond(day.firstSecond, 0, ZoneOffset.UTC))
                            .toList(),
                    days.values().stream().map(day -> day.events).toList());
        }
    }
}
