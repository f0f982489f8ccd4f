package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import org.atelier.machinelogs.event.MachineEvent;
import org.atelier.machinelogs.event.SessionContributions;
import org.jspecify.annotations.Nullable;

/**
 * Makes the production session of one centre and day from its events, given in the session's order: files by their
 * first event of the day, then by path, and within a file as they stand. Rows go out on the way; what is kept does not
 * grow with the number of events, only with the number of their types. Not thread-safe; one use.
 */
public final class SessionAssembler {

    private final SessionDetails details;
    private final PlantClock clock;
    private final EventCounts counts = new EventCounts();
    private final FirstAndLast pieces = new FirstAndLast();
    private final FirstAndLast starts = new FirstAndLast();
    private final FirstAndLast stops = new FirstAndLast();
    private final Periods waits = new Periods();
    private final StopPairs stopPairs;
    private final JobProfiles profiles;
    private final ComplementsBuilder complements = new ComplementsBuilder();
    private final Contributions contributions = new Contributions();

    private long previous = Long.MIN_VALUE;
    private long timesBack;
    private int pieceCount;

    /**
     * @param zone the plant's zone
     * @param details where the rows of the session go
     */
    public SessionAssembler(ZoneId zone, SessionDetails details) {
        this.details = details;
        this.clock = new PlantClock(zone);
        this.stopPairs = new StopPairs(details);
        this.profiles = new JobProfiles(details);
    }

    /**
     * Adds the next event.
     *
     * @param localSecond its time as written, in seconds since 1970-01-01T00:00:00 of the plant's wall clock
     * @param event its meaning; null when its type is only counted
     */
    public void add(long localSecond, String eventType, @Nullable MachineEvent event) {
        long instant = clock.instantOf(localSecond, previous);
        if (instant < previous) {
            timesBack++;
        }
        previous = instant;
        counts.add(eventType);
        if (event != null) {
            contributions.now = new Moment(localSecond, instant);
            event.contributeTo(contributions);
        }
    }

    /** The session, once all its events were added; tells the rows still open. */
    public ProductionSession finish() {
        stopPairs.finish();
        profiles.finish();
        return new ProductionSession(
                pieceCount,
                FirstAndLast.written(pieces.first()),
                FirstAndLast.written(pieces.last()),
                FirstAndLast.written(starts.first()),
                FirstAndLast.written(stops.last()),
                SessionMetrics.of(pieces.first(), pieces.last(), waits, stopPairs.periods()),
                counts.byType(),
                new SessionWarnings(stopPairs.open(), timesBack),
                complements.build());
    }

    /** Whose each instant from the first to the last piece is: what the rates are made of, in the order of time. */
    public List<Share> shares() {
        return Shares.of(pieces.first(), pieces.last(), waits, stopPairs.periods());
    }

    private final class Contributions implements SessionContributions {

        private Moment now = new Moment(0, 0);

        private void mark(SessionDetails.Mark mark) {
            details.mark(mark, now.local(), now.instant());
        }

        @Override
        public void piece(@Nullable String text) {
            mark(SessionDetails.Mark.PIECE);
            pieces.add(now);
            profiles.piece(now);
            details.piece(++pieceCount, now.localMicros(), text);
        }

        @Override
        public void waitFor(BigDecimal seconds) {
            if (seconds.signum() <= 0) {
                throw new IllegalArgumentException("A wait lasts more than zero seconds, not " + seconds + ".");
            }
            mark(SessionDetails.Mark.WAIT);
            waits.add(now.instant(), seconds);
            long micros =
                    seconds.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
            long end = now.instant() * Moment.MICROS + micros;
            long endSecond = Math.floorDiv(end, Moment.MICROS);
            long endLocal = clock.localOf(endSecond) * Moment.MICROS + Math.floorMod(end, Moment.MICROS);
            details.waitPeriod(now.localMicros(), endLocal, seconds);
        }

        @Override
        public void stop() {
            mark(SessionDetails.Mark.STOP);
            stops.add(now);
            stopPairs.stop(now);
        }

        @Override
        public void start() {
            mark(SessionDetails.Mark.START);
            starts.add(now);
            stopPairs.start(now);
        }

        @Override
        public void profile(String reference, BigDecimal length, @Nullable String colour) {
            mark(SessionDetails.Mark.PROFILE);
            profiles.begin(now, reference, length, colour);
        }

        @Override
        public void count(String counter, long n) {
            complements.count(counter, n);
        }

        @Override
        public void period(String name, BigDecimal seconds) {
            complements.period(name, seconds);
        }

        @Override
        public void attribute(String name, String value) {
            complements.attribute(name, value);
        }
    }
}
