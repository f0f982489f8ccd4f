package org.atelier.machinelogs.session;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts events by type, without an allocation for a type met before. */
final class EventCounts {

    private final Map<String, Count> counts = new HashMap<>();

    void add(String type) {
        Count count = counts.get(type);
        if (count == null) {
            count = new Count();
            counts.put(type, count);
        }
        count.n++;
    }

    SortedMap<String, Long> byType() {
        SortedMap<String, Long> byType = new TreeMap<>();
        counts.forEach((type, count) -> byType.put(type, count.n));
        return byType;
    }

    private static final class Count {
        private long n;
    }
}
