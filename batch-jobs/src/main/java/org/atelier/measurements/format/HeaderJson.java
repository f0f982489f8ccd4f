package org.atelier.measurements.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a header block.
 *
 * @param text as it stands in the file; valid by RFC 8259, and PostgreSQL's {@code jsonb} takes it
 * @param texts its own members that are texts, by name
 */
record HeaderJson(String text, Map<String, String> texts) {

    /** The object that this text is; null when it is none. */
    static @Nullable HeaderJson of(String text) {
        Map<String, String> texts = new HashMap<>();
        return new JsonText(text, texts).isObject() ? new HeaderJson(text, Map.copyOf(texts)) : null;
    }

    /** What it says of the master, {@code tri} or {@code mono}; null when nothing, or something else. */
    @Nullable String masterType() {
        String type = texts.getOrDefault("MasterType", "").strip().toLowerCase(Locale.ROOT);
        return type.equals(Titles.TRI) || type.equals(Titles.MONO) ? type : null;
    }
}
