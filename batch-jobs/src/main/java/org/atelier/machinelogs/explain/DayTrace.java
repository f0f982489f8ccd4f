package org.atelier.machinelogs.explain;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.atelier.machinelogs.load.DayReader;
import org.atelier.machinelogs.session.SessionDetails;
import org.jspecify.annotations.Nullable;

/**
 * Follows a session while it is assembled and keeps which line each interval comes from. Of pieces it keeps how many a
 * minute has, not each one. Not thread-safe; one use.
 */
final class DayTrace implements SessionDetails, DayReader.LineWatch {

    private static final int MINUTE = 60;
    private static final long MICROS = 1_000_000;

    final List<Interval> intervals = new ArrayList<>();
    final List<ProfileInWork> profiles = new ArrayList<>();
    final SortedMap<Long, Integer> piecesByMinute = new TreeMap<>();
    final Outermost pieces = new Outermost();
    final Outermost starts = new Outermost();
    final Outermost stops = new Outermost();

    private final Deque<Mention> profilesBegun = new ArrayDeque<>();
    private Place place = new Place("", 0);
    private Mention now = new Mention(0, 0, place);
    private @Nullable Mention stop;

    @Override
    public void at(String path, long line) {
        place = new Place(path, line);
    }

    @Override
    public void mark(Mark mark, long localSecond, long instant) {
        now = new Mention(localSecond, instant, place);
        switch (mark) {
            case PIECE -> {
                pieces.add(now);
                piecesByMinute.merge(Math.floorDiv(instant, MINUTE), 1, Integer::sum);
            }
            case STOP -> {
                finish();
                stops.add(now);
                stop = now;
            }
            case START -> starts.add(now);
            case PROFILE -> profilesBegun.add(now);
            case WAIT -> {
                // waitPeriod tells it with its length.
            }
        }
    }

    /** Tells the stop that is still without its start as open. */
    void finish() {
        Mention open = stop;
        if (open != null) {
            LocalDateTime from = time(open.localSecond() * MICROS);
            intervals.add(new Interval(
                    Interval.Kind.OPEN_STOP,
                    from,
                    null,
                    open.instant(),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    open.place(),
                    null));
            stop = null;
        }
    }

    @Override
    public void waitPeriod(long startLocalMicros, long endLocalMicros, BigDecimal seconds) {
        add(Interval.Kind.WAIT, now, startLocalMicros, endLocalMicros, seconds, null);
    }

    @Override
    public void stopPeriod(long startLocalMicros, long endLocalMicros, BigDecimal seconds) {
        Mention begun = stop == null ? now : stop;
        stop = null;
        add(Interval.Kind.STOP, begun, startLocalMicros, endLocalMicros, seconds, now.place());
    }

    private void add(Interval.Kind kind, Mention begun, long from, long to, BigDecimal seconds, @Nullable Place ends) {
        intervals.add(new Interval(
                kind, time(from), time(to), begun.instant(), seconds, BigDecimal.ZERO, begun.place(), ends));
    }

    @Override
    public void piece(int number, long localMicros, @Nullable String details) {}

    @Override
    public void profile(
            String reference,
            BigDecimal length,
            @Nullable String colour,
            long startLocalMicros,
            @Nullable Long endLocalMicros,
            int piecesMade) {
        // Told in the order they began, when the next one has begun or the session ends.
        Mention begun = profilesBegun.remove();
        Mention end = profilesBegun.isEmpty() ? pieces.last() : profilesBegun.element();
        profiles.add(new ProfileInWork(
                reference,
                length,
                colour,
                time(startLocalMicros),
                endLocalMicros == null ? null : time(endLocalMicros),
                begun.instant(),
                endLocalMicros == null || end == null ? begun.instant() : end.instant(),
                piecesMade,
                begun.place()));
    }

    private static LocalDateTime time(long localMicros) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(localMicros, MICROS), (int) Math.floorMod(localMicros, MICROS) * 1_000, ZoneOffset.UTC);
    }
}
