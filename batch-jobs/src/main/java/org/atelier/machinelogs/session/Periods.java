package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Periods in real time that may overlap: their sum, and what they cover. Of those with one start only the longest is
 * kept, for it covers the others; starts are whole seconds of one day, so memory is bounded whatever the number of
 * periods.
 */
final class Periods {

    private final NavigableMap<Long, BigDecimal> longestByStart = new TreeMap<>();
    private BigDecimal sum = BigDecimal.ZERO;

    /**
     * @param start seconds since 1970-01-01T00:00:00 UTC
     * @param seconds its length; zero or more
     */
    void add(long start, BigDecimal seconds) {
        sum = sum.add(seconds);
        longestByStart.merge(start, seconds, BigDecimal::max);
    }

    /** The lengths of all periods added up, in seconds. */
    BigDecimal sum() {
        return sum;
    }

    /** These periods and others, to measure what both cover; its sum is of no use. */
    Periods and(Periods others) {
        Periods both = new Periods();
        longestByStart.forEach(both::add);
        others.longestByStart.forEach(both::add);
        return both;
    }

    /** How much of the time from one instant to another they cover, each instant counted once, in seconds. */
    BigDecimal coverage(long from, long to) {
        BigDecimal covered = BigDecimal.ZERO;
        BigDecimal end = BigDecimal.valueOf(to);
        BigDecimal reached = BigDecimal.valueOf(from);
        for (Map.Entry<Long, BigDecimal> period : longestByStart.entrySet()) {
            BigDecimal start = BigDecimal.valueOf(period.getKey());
            BigDecimal begin = start.max(reached);
            BigDecimal stop = start.add(period.getValue()).min(end);
            if (stop.compareTo(begin) > 0) {
                covered = covered.add(stop.subtract(begin));
                reached = stop;
            }
        }
        return covered;
    }
}
