package org.atelier.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 500ms}, {@code 60s}, {@code 10m}, {@code 1h30m}, {@code 7d}, {@code 1y}, or
 * ISO 8601. A year has 365.25 days.
 */
public final class Durations {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|y)");
    private static final Map<String, Long> SECONDS =
            Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L, "y", 8_766L * 3_600);

    private Durations() {}

    /**
     * Reads a duration; case does not count.
     *
     * @throws IllegalArgumentException when the text is no duration, has no unit, or is negative
     */
    public static Duration parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Duration duration = lower.startsWith("p") ? iso(lower) : added(lower);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a negative duration: " + text);
        }
        return duration;
    }

    /** A duration as {@link #parse} reads it: whole days as such, others in ISO 8601. */
    public static String text(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays())) ? duration.toDays() + "d" : duration.toString();
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("not a duration: " + text, e);
        }
    }

    private static Duration added(String text) {
        try {
            return sum(text);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("longer than can be counted: " + text, e);
        }
    }

    private static Duration sum(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int at = 0;
        while (part.find() && part.start() == at) {
            sum = sum.plus(of(Long.parseLong(part.group(1)), part.group(2)));
            at = part.end();
        }
        if (at == 0 || at < text.length()) {
            throw new IllegalArgumentException("not a duration with a unit (ms, s, m, h, d, y): " + text);
        }
        return sum;
    }

    /** Not by multiplying durations: that makes tables of large numbers, at each start of the program. */
    private static Duration of(long number, String unit) {
        Long seconds = SECONDS.get(unit);
        return seconds == null ? Duration.ofMillis(number) : Duration.ofSeconds(number * seconds);
    }
}
