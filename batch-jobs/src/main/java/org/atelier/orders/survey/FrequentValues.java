package org.atelier.orders.survey;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.atelier.orders.survey.ValueCount.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of a kind exactly, in bounded memory: beyond a number of different ones, new ones are only counted
 * together. Not thread-safe.
 */
final class FrequentValues {

    /** So many are shown. */
    static final int SHOWN = 50;

    private static final int LONGEST = 100;

    private final Kind kind;
    private final int most;
    private final Map<Optional<String>, Long> counts = new HashMap<>();
    private long others;

    /** @param most different values that are told apart */
    FrequentValues(Kind kind, int most) {
        this.kind = kind;
        this.most = most;
    }

    void add(@Nullable String value) {
        Optional<String> key = Optional.ofNullable(value).map(FrequentValues::beginning);
        if (counts.size() < most || counts.containsKey(key)) {
            counts.merge(key, 1L, Long::sum);
        } else {
            others++;
        }
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
    }

    /** The most frequent ones. */
    List<ValueCount> top(BiFunction<Kind, @Nullable String, List<String>> selectedBy) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Optional<String>, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().orElse("")))
                .limit(SHOWN)
                .map(entry -> count(entry.getKey().orElse(null), entry.getValue(), selectedBy))
                .toList();
    }

    private ValueCount count(
            @Nullable String value, long rows, BiFunction<Kind, @Nullable String, List<String>> selectedBy) {
        TextEncoding encoding = value == null ? TextEncoding.PLAIN : TextEncoding.of(value);
        return new ValueCount(kind, value, rows, encoding, Objects.requireNonNull(selectedBy.apply(kind, value)));
    }

    /** What is not among the most frequent ones, in words. */
    Optional<String> leftOut() {
        int hidden = Math.max(0, counts.size() - SHOWN);
        if (hidden == 0 && others == 0) {
            return Optional.empty();
        }
        String name = kind.name().toLowerCase(Locale.ROOT);
        return Optional.of(name + ": " + hidden + " rarer values are not shown"
                + (others == 0 ? "" : ", and " + others + " rows with still others were not told apart"));
    }
}
