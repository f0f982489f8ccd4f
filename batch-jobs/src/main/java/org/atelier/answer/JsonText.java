package org.atelier.answer;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON (RFC 8259). Own code of a page, for it must be there within milliseconds of the start; control
 * characters of any kind are escaped, so JSON is harmless on a terminal too.
 */
public final class JsonText {

    private JsonText() {}

    /** Appends a value as {@link Document} has it. */
    public static void append(StringBuilder json, @Nullable Object value) {
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
            } else if (isHarmful(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    /** Whether a character does something to a terminal, or turns the direction of reading. */
    public static boolean isHarmful(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0xD800 && c <= 0xDFFF);
    }
}
