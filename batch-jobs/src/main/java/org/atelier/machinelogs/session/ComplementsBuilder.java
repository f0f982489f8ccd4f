package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what further event types add to a session. */
final class ComplementsBuilder {

    private final SortedMap<String, Long> counters = new TreeMap<>();
    private final SortedMap<String, BigDecimal> periods = new TreeMap<>();
    private final SortedMap<String, String> attributes = new TreeMap<>();

    void count(String counter, long n) {
        counters.merge(counter, n, Math::addExact);
    }

    void period(String name, BigDecimal seconds) {
        periods.merge(name, seconds, BigDecimal::add);
    }

    void attribute(String name, String value) {
        attributes.put(name, value);
    }

    SessionComplements build() {
        return new SessionComplements(counters, periods, attributes);
    }
}
