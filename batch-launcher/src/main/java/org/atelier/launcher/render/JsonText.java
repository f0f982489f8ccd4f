package org.atelier.launcher.render;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.atelier.launcher.result.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON (RFC 8259). Own code of a page, for it must be there within milliseconds of the start; control
 * characters of any kind are escaped, so JSON is harmless on a terminal too.
 */
final class JsonText {

    private JsonText() {}

    static void append(StringBuilder json, @Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof JsonValue) {
            json.append(value);
        } else if (value instanceof Number number) {
            json.append(number(number));
        } else if (value instanceof Duration duration) {
            json.append(duration.toMillis());
        } else if (value instanceof Map<?, ?> map) {
            object(json, map);
        } else if (value instanceof Collection<?> items) {
            array(json, items);
        } else {
            text(json, value.toString());
        }
    }

    private static String number(Number number) {
        double value = number.doubleValue();
        return Double.isNaN(value) || Double.isInfinite(value) ? "null" : number.toString();
    }

    private static void object(StringBuilder json, Map<?, ?> map) {
        json.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            text(json, String.valueOf(entry.getKey()));
            json.append(':');
            append(json, entry.getValue());
            json.append(entries.hasNext() ? "," : "");
        }
        json.append('}');
    }

    private static void array(StringBuilder json, Collection<?> items) {
        json.append('[');
        Iterator<?> values = items.iterator();
        while (values.hasNext()) {
            append(json, values.next());
            json.append(values.hasNext() ? "," : "");
        }
        json.append(']');
    }

    static void text(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (pair) {
                json.append(c).append(text.charAt(++i));
            } else if (SafeText.isHarmful(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
