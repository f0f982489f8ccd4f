package org.atelier.measurements.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What people are told of a file, by kind: the first twenty of each, then how many there were. */
final class Warnings {

    private static final int MOST = 20;

    /** Kinds that a file may have very many of. */
    enum Kind {
        STAMP("Could not parse timestamp"),
        VALUE("Invalid value at column"),
        LENGTH("Too long to be a row:");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Warnings of one kind. */
    private static final class Counted {

        private final List<String> first = new ArrayList<>();
        private long count;

        void add(String warning) {
            if (count++ < MOST) {
                first.add(warning);
            }
        }
    }

    private final List<String> single = new ArrayList<>();
    private final Map<Kind, Counted> byKind = new EnumMap<>(Kind.class);

    void add(String warning) {
        single.add(warning);
    }

    /** Adds one of a kind; its words come first. */
    void add(Kind kind, String rest) {
        byKind.computeIfAbsent(kind, none -> new Counted()).add(kind.words + " " + rest);
    }

    List<String> list() {
        List<String> all = new ArrayList<>(single);
        byKind.forEach((kind, counted) -> {
            all.addAll(counted.first);
            if (counted.count > MOST) {
                all.add(kind.words + ": " + (counted.count - MOST) + " more, " + counted.count + " in all");
            }
        });
        return List.copyOf(all);
    }
}
