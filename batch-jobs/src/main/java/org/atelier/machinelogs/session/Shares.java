package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides the time from the first to the last piece: stops first, then waits, and what is left is effective. */
final class Shares {

    private Shares() {}

    static List<Share> of(@Nullable Moment firstPiece, @Nullable Moment lastPiece, Periods waits, Periods stops) {
        if (firstPiece == null || lastPiece == null) {
            return List.of();
        }
        long from = firstPiece.instant();
        long to = lastPiece.instant();
        List<Periods.Span> stopped = stops.within(from, to);
        List<Share> idle = new ArrayList<>();
        stopped.forEach(span -> idle.add(new Share(Share.Kind.STOPPED, span.start(), span.from(), span.to())));
        waits.within(from, to).forEach(span -> addLess(idle, span, stopped));
        idle.sort(Comparator.comparing(Share::from));
        return withoutGaps(idle, BigDecimal.valueOf(from), BigDecimal.valueOf(to));
    }

    private static void addLess(List<Share> shares, Periods.Span wait, List<Periods.Span> stopped) {
        BigDecimal reached = wait.from();
        for (Periods.Span stop : stopped) {
            addWait(shares, wait, reached, stop.from().min(wait.to()));
            reached = reached.max(stop.to());
        }
        addWait(shares, wait, reached, wait.to());
    }

    private static void addWait(List<Share> shares, Periods.Span wait, BigDecimal from, BigDecimal to) {
        if (from.compareTo(to) < 0) {
            shares.add(new Share(Share.Kind.WAITING, wait.start(), from, to));
        }
    }

    private static List<Share> withoutGaps(List<Share> idle, BigDecimal from, BigDecimal to) {
        List<Share> all = new ArrayList<>();
        BigDecimal reached = from;
        for (Share share : idle) {
            addEffective(all, reached, share.from());
            all.add(share);
            reached = share.to();
        }
        addEffective(all, reached, to);
        return all;
    }

    private static void addEffective(List<Share> shares, BigDecimal from, BigDecimal to) {
        if (from.compareTo(to) < 0) {
            shares.add(new Share(Share.Kind.EFFECTIVE, from.longValue(), from, to));
        }
    }
}
