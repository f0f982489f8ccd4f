package org.atelier.machinelogs.load;

import java.io.IOException;
import java.time.ZoneId;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.fetch.LandedContent;
import org.atelier.machinelogs.ledger.DayPart;
import org.atelier.machinelogs.line.LineKind;
import org.atelier.machinelogs.line.LogFileReader;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.atelier.machinelogs.session.SessionAssembler;
import org.atelier.transfer.LandingArea;

/** Reads the events of one day out of the landing area, file by file, into a session. Thread-safe. */
final class DayReader {

    private final LandingArea landing;
    private final EventDecoders decoders;
    private final ZoneId zone;

    DayReader(LandingArea landing, EventDecoders decoders, ZoneId zone) {
        this.landing = landing;
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
        long events = 0;
        try (LogFileReader lines = new LogFileReader(
                LandedContent.open(landing, part.path(), part.sha256()), part.plausibleTimes(zone), decoders)) {
            while (lines.next()) {
                boolean counts = lines.kind() == LineKind.EVENT && (lines.terminated() || !part.held());
                if (counts && rule.epochDay(lines.localSecond()) == epochDay) {
                    session.add(lines.localSecond(), lines.eventType(), lines.event());
                    events++;
                }
            }
        }
        return events;
    }
}
