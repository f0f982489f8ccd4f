package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
        return within(from, to).stream().map(Span::seconds).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What they cover from one instant to another, each instant once, in the order of time. */
    List<Span> within(long from, long to) {
        List<Span> covered = new ArrayList<>();
        BigDecimal end = BigDecimal.valueOf(to);
        BigDecimal reached = BigDecimal.valueOf(from);
        for (Map.Entry<Long, BigDecimal> period : longestByStart.entrySet()) {
            BigDecimal start = BigDecimal.valueOf(period.getKey());
            BigDecimal begin = start.max(reached);
            BigDecimal stop = start.add(period.getValue()).min(end);
            if (stop.compareTo(begin) > 0) {
                covered.add(new Span(period.getKey(), begin, stop));
                reached = stop;
            }
        }
        return covered;
    }

    /**
     * A part of a period.
     *
     * @param start when the whole period starts, seconds since 1970-01-01T00:00:00 UTC
     * @param from begin of the part, likewise
     * @param to its end, likewise
     */
    record Span(long start, BigDecimal from, BigDecimal to) {

        BigDecimal seconds() {
            return to.subtract(from);
        }
    }
}
