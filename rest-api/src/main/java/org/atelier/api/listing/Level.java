package org.atelier.api.listing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.atelier.api.web.FieldFault;
import org.atelier.api.web.RequestRefusedException;

/** How finely measurements are asked for: as measured, or by means. */
final class Level {

    private static final Duration MOST_RAW = Duration.ofDays(2);
    private static final Duration MOST_HOURS = Duration.ofDays(60);

    private Level() {}

    /**
     * The list that serves a request: up to two days of points, of hours up to 60, of days beyond, unless it says
     * otherwise; as dashboards choose.
     */
    static Listing of(Map<String, List<String>> parameters) {
        String level = first(parameters, "level", "auto");
        Listing named = Listings.LEVELS.get(level.equals("auto") ? fitting(parameters) : level);
        if (named == null) {
            throw RequestRefusedException.invalid(new FieldFault("level", "must be auto, raw, 1h, 1d or 1w"));
        }
        return named;
    }

    private static String fitting(Map<String, List<String>> parameters) {
        try {
            Duration range = Duration.between(
                    OffsetDateTime.parse(first(parameters, "from", "")),
                    OffsetDateTime.parse(first(parameters, "to", "")));
            return range.compareTo(MOST_RAW) <= 0 ? "raw" : range.compareTo(MOST_HOURS) <= 0 ? "1h" : "1d";
        } catch (DateTimeException e) {
            return "1d";
        }
    }

    private static String first(Map<String, List<String>> parameters, String name, String usual) {
        return parameters.getOrDefault(name, List.of(usual)).get(0);
    }
}
