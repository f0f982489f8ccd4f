package org.atelier.orders.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts long runs of combining marks in canonical order. Java's normalizer does so by insertion, which takes a time that
 * grows with the square of a run's length; with a run that is in order already it has nothing to do.
 */
final class MarkRuns {

    /** Decent text has three or four. */
    private static final int LONG = 32;

    private static final char FIRST_MARK = '\u0300';

    /** A mark of each combining class that has several neighbours in text, in any order. */
    private static final int[] OF_CLASSES =
            "\u0334\u093C\u3099\u094D\u05B0\u05B4\u05B7\u05BC\u05C1\u064B\u064F\u0651\u0670\u0711\u0E38\u0E48\u0F71\u0321\u031B\u0323\u0300\u0315\u035C\u035D\u0345"
                    .codePoints()
                    .toArray();

    private static final Map<Integer, Integer> RANKS = new ConcurrentHashMap<>();

    private MarkRuns() {}

    /** A text that is canonically equivalent, and quick to normalize. */
    static String ordered(String text) {
        int from = nextLong(text, 0);
        if (from < 0) {
            return text;
        }
        StringBuilder ordered = new StringBuilder(text.length());
        int copied = 0;
        while (from >= 0) {
            int end = end(text, from);
            append(ordered.append(text, copied, from), text.substring(from, end));
            copied = end;
            from = nextLong(text, end);
        }
        return ordered.append(text, copied, text.length()).toString();
    }

    /** Where the next long run begins; -1 when there is none. */
    private static int nextLong(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) < FIRST_MARK) {
                at++;
            } else {
                int end = end(text, at);
                if (end - at > LONG) {
                    return at;
                }
                at = Math.max(end, at + 1);
            }
        }
        return -1;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && isMark(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Decomposed piece by piece; then sorted, class by class, between marks that nothing passes. */
    private static void append(StringBuilder to, String run) {
        StringBuilder decomposed = new StringBuilder(run.length());
        for (int at = 0; at < run.length(); ) {
            int end = Math.min(at + LONG, run.length());
            if (end < run.length() && Character.isLowSurrogate(run.charAt(end))) {
                end++;
            }
            decomposed.append(Normalizer.normalize(run.substring(at, end), Normalizer.Form.NFD));
            at = end;
        }
        int[] marks = decomposed.codePoints().toArray();
        int[] ranks = Arrays.stream(marks).map(MarkRuns::rank).toArray();
        int from = 0;
        for (int at = 0; at <= marks.length; at++) {
            if (at == marks.length || ranks[at] == 0) {
                sort(to, marks, ranks, from, at);
                if (at < marks.length) {
                    to.appendCodePoint(marks[at]);
                }
                from = at + 1;
            }
        }
    }

    private static void sort(StringBuilder to, int[] marks, int[] ranks, int from, int end) {
        for (int rank = 1; rank <= OF_CLASSES.length + 1; rank++) {
            for (int at = from; at < end; at++) {
                if (ranks[at] == rank) {
                    to.appendCodePoint(marks[at]);
                }
            }
        }
    }

    /** Higher for a higher combining class; 0 for one that nothing passes. Two that share one keep their order. */
    private static int rank(int mark) {
        return RANKS.computeIfAbsent(mark, MarkRuns::computedRank);
    }

    private static int computedRank(int mark) {
        int lower = (int)
                Arrays.stream(OF_CLASSES).filter(other -> passes(other, mark)).count();
        boolean passed = Arrays.stream(OF_CLASSES).anyMatch(other -> passes(mark, other));
        return lower == 0 && !passed ? 0 : lower + 1;
    }

    /** Whether normalizing puts that mark before one that it stands behind. */
    private static boolean passes(int mark, int before) {
        String pair = new StringBuilder()
                .appendCodePoint(before)
                .appendCodePoint(mark)
                .toString();
        String ordered = Normalizer.normalize(pair, Normalizer.Form.NFD);
        return ordered.codePointAt(0) == mark && mark != before;
    }
}
