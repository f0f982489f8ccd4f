package org.atelier.machinelogs.load;

import java.io.IOException;
import java.time.ZoneId;
import org.atelier.files.LandedContent;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.ledger.DayPart;
import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.machinelogs.line.LineKind;
import org.atelier.machinelogs.line.LogFileReader;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.atelier.machinelogs.session.ProductionSession;
import org.atelier.machinelogs.session.SessionAssembler;
import org.atelier.transfer.Contents;

/** Reads the events of one day out of the landing area, file by file, into a session. Thread-safe. */
public final class DayReader {

    private final Contents contents;
    private final EventDecoders decoders;
    private final ZoneId zone;

    /**
     * @param contents where the files' contents are
     * @param decoders the event types
     * @param zone the plant's
     */
    public DayReader(Contents contents, EventDecoders decoders, ZoneId zone) {
        this.contents = contents;
        this.decoders = decoders;
        this.zone = zone;
    }

    /**
     * Adds the events of the day that a file has.
     *
     * @return how many they were
     * @throws IOException when the copy is missing or damaged
     */
    long addTo(SessionAssembler session, DayPart part, long epochDay, ProductionDayRule rule) throws IOException {
        return addTo(session, part, epochDay, rule, (file, line) -> {});
    }

    private long addTo(SessionAssembler session, DayPart part, long epochDay, ProductionDayRule rule, LineWatch watch)
            throws IOException {
        long events = 0;
        try (LogFileReader lines = new LogFileReader(
                LandedContent.open(contents, part.path(), part.sha256()), part.plausibleTimes(zone), decoders)) {
            while (lines.next()) {
                boolean counts = lines.kind() == LineKind.EVENT && (lines.terminated() || !part.held());
                if (counts && rule.epochDay(lines.localSecond()) == epochDay) {
                    watch.at(part.path(), lines.lineNumber());
                    session.add(lines.localSecond(), lines.eventType(), lines.event());
                    events++;
                }
            }
        }
        return events;
    }

    /**
     * Adds the events of a day, line by line.
     *
     * @param watch is told of each line before its event is added
     * @throws IOException when a content it needs is missing or damaged
     */
    public void addDay(SessionAssembler session, PlannedDay day, ProductionDayRule rule, LineWatch watch)
            throws IOException {
        for (DayPart part : day.parts()) {
            addTo(session, part, day.day().toEpochDay(), rule, watch);
        }
    }

    /**
     * The figures of a day alone.
     *
     * @throws IOException when a content it needs is missing or damaged
     */
    public ProductionSession session(PlannedDay day, ProductionDayRule rule) throws IOException {
        SessionAssembler session = new SessionAssembler(zone, new NoDetails());
        addDay(session, day, rule, (file, line) -> {});
        return session.finish();
    }

    /** Is told where the next event stands. */
    @FunctionalInterface
    public interface LineWatch {

        /**
         * The next event is of that line.
         *
         * @param path {@code directory/file}
         * @param line its number in the file, from 1
         */
        void at(String path, long line);
    }
}
