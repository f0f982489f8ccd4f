package org.atelier.machinelogs.explain;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.ledger.DayPart;
import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.machinelogs.load.DayReader;
import org.atelier.machinelogs.session.ProductionSession;
import org.atelier.machinelogs.session.SessionAssembler;
import org.atelier.machinelogs.session.Share;
import org.atelier.transfer.Contents;

/**
 * Builds a session once more from the contents that it was built from, by the same code, and keeps what its figures are
 * made of. Writes nothing. Not thread-safe.
 */
public final class ExplainDay {

    private final SessionSources sources;
    private final Contents contents;
    private final MachineLogSettings settings;

    /**
     * @param connection to a database with the schema
     * @param contents where the files' contents are
     * @param settings zone and day starts, as the runs have them
     */
    public ExplainDay(Connection connection, Contents contents, MachineLogSettings settings) {
        this.sources = new SessionSources(connection);
        this.contents = contents;
        this.settings = settings;
    }

    /**
     * Explains the session of a centre and a production day.
     *
     * @throws UnexplainedException when there is no such session, or it came through the API
     * @throws IOException when a content it was built from is missing or damaged
     */
    public Explanation explain(String centre, LocalDate day) throws SQLException, IOException {
        StoredFigures stored = sources.find(centre, day)
                .orElseThrow(() -> new UnexplainedException("there is no session of " + centre + " on " + day));
        if (!stored.fromLogs()) {
            throw new UnexplainedException(
                    "the session of " + centre + " on " + day + " came through the API, not from log files");
        }
        return explain(centre, sources.planned(stored.centreId(), day), stored);
    }

    private Explanation explain(String centre, PlannedDay day, StoredFigures stored) throws IOException {
        DayTrace trace = new DayTrace();
        SessionAssembler assembler = new SessionAssembler(settings.timeZone(), trace);
        new DayReader(contents, EventDecoders.load(), settings.timeZone())
                .addDay(assembler, day, day.rule(settings.dayRule(centre)), trace);
        ProductionSession session = assembler.finish();
        trace.finish();
        List<Share> shares = assembler.shares();
        return new Explanation(
                centre,
                day.day(),
                settings.timeZone(),
                day.parts().stream().map(DayPart::path).toList(),
                session,
                new FigureList(stored, trace, shares).of(session),
                CountedIntervals.of(trace.intervals, shares),
                shares,
                trace.profiles,
                trace.piecesByMinute);
    }
}
