package org.atelier.run;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A JSON object (RFC 8259) that is being written. Not thread-safe. */
public final class JsonObject {

    private final StringJoiner members = new StringJoiner(",", "{", "}");

    public JsonObject with(String name, @Nullable String value) {
        members.add(quoted(name) + ":" + (value == null ? "null" : quoted(value)));
        return this;
    }

    public JsonObject with(String name, @Nullable Long value) {
        members.add(quoted(name) + ":" + value);
        return this;
    }

    /**
     * Adds a number.
     *
     * @param value finite; JSON has no other numbers
     */
    public JsonObject with(String name, @Nullable Double value) {
        members.add(quoted(name) + ":" + value);
        return this;
    }

    /** Within it. */
    public JsonObject with(String name, JsonObject value) {
        members.add(quoted(name) + ":" + value.text());
        return this;
    }

    public JsonObject with(String name, boolean value) {
        members.add(quoted(name) + ":" + value);
        return this;
    }

    public String text() {
        return members.toString();
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
