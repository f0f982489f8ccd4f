package org.atelier.launcher.render;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.atelier.answer.JsonText;

/** Values as programs read them: ISO 8601 in UTC, durations in milliseconds. */
final class MachineText {

    private MachineText() {}

    static String of(Object value) {
        if (value instanceof Duration duration) {
            return Long.toString(duration.toMillis());
        }
        if (value instanceof Map || value instanceof Collection) {
            StringBuilder json = new StringBuilder();
            JsonText.append(json, value);
            return json.toString();
        }
        // Instant and LocalDate print themselves as ISO 8601.
        return value.toString();
    }
}
