package org.atelier.launcher.config;

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
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "y", Duration.ofHours(8_766));

    private Durations() {}

    /**
     * Reads a duration; case does not count.
     *
     * @throws IllegalArgumentException when the text is no duration, has no unit, or is negative
     */
    public static Duration parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Duration duration = lower.startsWith("p") ? iso(lower) : sum(lower);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a negative duration: " + text);
        }
        return duration;
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("not a duration: " + text, e);
        }
    }

    private static Duration sum(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int at = 0;
        while (part.find() && part.start() == at) {
            Duration unit = java.util.Objects.requireNonNull(UNITS.get(part.group(2)));
            sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
            at = part.end();
        }
        if (at == 0 || at < text.length()) {
            throw new IllegalArgumentException("not a duration with a unit (ms, s, m, h, d, y): " + text);
        }
        return sum;
    }
}
