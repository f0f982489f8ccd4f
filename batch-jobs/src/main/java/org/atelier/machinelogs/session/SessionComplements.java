package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What event types beyond the five add to a session; no metric is made of it. Immutable, ordered by name.
 *
 * @param counters sums by name
 * @param periods seconds by name, all periods of a name added up, exact
 * @param attributes values by name
 */
public record SessionComplements(
        SortedMap<String, Long> counters, SortedMap<String, BigDecimal> periods, SortedMap<String, String> attributes) {

    public SessionComplements {
        counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
        periods = Collections.unmodifiableSortedMap(new TreeMap<>(periods));
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** Whether no event added anything. */
    public boolean isEmpty() {
        return counters.isEmpty() && periods.isEmpty() && attributes.isEmpty();
    }
}
