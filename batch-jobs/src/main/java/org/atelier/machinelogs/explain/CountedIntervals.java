package org.atelier.machinelogs.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atelier.machinelogs.session.Share;

/** Gives each interval what of the shares is its own: of several that start together the longest has it all. */
final class CountedIntervals {

    private CountedIntervals() {}

    /** The intervals in the order of time, each with the seconds that count for its rate. */
    static List<Interval> of(List<Interval> intervals, List<Share> shares) {
        Map<Start, BigDecimal> left = new HashMap<>();
        shares.stream()
                .filter(share -> share.kind() != Share.Kind.EFFECTIVE)
                .forEach(share ->
                        left.merge(new Start(share.kind(), share.periodStart()), share.seconds(), BigDecimal::add));
        List<Interval> longestFirst = new ArrayList<>(intervals);
        longestFirst.sort(
                Comparator.comparingLong(Interval::start).thenComparing(Interval::seconds, Comparator.reverseOrder()));
        List<Interval> counted = new ArrayList<>();
        for (Interval interval : longestFirst) {
            BigDecimal own = interval.kind() == Interval.Kind.OPEN_STOP ? null : left.remove(Start.of(interval));
            counted.add(own == null ? interval : interval.counting(own));
        }
        return counted;
    }

    private record Start(Share.Kind kind, long instant) {

        static Start of(Interval interval) {
            Share.Kind kind = interval.kind() == Interval.Kind.WAIT ? Share.Kind.WAITING : Share.Kind.STOPPED;
            return new Start(kind, interval.start());
        }
    }
}
