package org.atelier.measurements.format;

import java.util.ArrayList;
import java.util.List;

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

    private final List<String> single = new ArrayList<>();
    private final List<List<String>> byKind = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final long[] counts = new long[Kind.values().length];

    void add(String warning) {
        single.add(warning);
    }

    /** Adds one of a kind; its words come first. */
    void add(Kind kind, String rest) {
        if (counts[kind.ordinal()]++ < MOST) {
            byKind.get(kind.ordinal()).add(kind.words + " " + rest);
        }
    }

    List<String> list() {
        List<String> all = new ArrayList<>(single);
        for (Kind kind : Kind.values()) {
            long count = counts[kind.ordinal()];
            all.addAll(byKind.get(kind.ordinal()));
            if (count > MOST) {
                all.add(kind.words + ": " + (count - MOST) + " more, " + count + " in all");
            }
        }
        return List.copyOf(all);
    }
}
