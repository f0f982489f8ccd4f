package org.atelier.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Names with values: a YAML mapping, or {@code A=1,B=2}. A name given twice is refused. */
record MapType<T>(String expects, Function<String, T> parse) implements SettingType<Map<String, T>> {

    @Override
    public boolean takesLines() {
        return true;
    }

    @Override
    public Map<String, T> read(RawValue raw, ReadingContext context) {
        Map<String, T> values = new LinkedHashMap<>();
        entries(raw).forEach((name, text) -> values.put(name, parse.apply(text.strip())));
        return Collections.unmodifiableMap(values);
    }

    private static Map<String, String> entries(RawValue raw) {
        if (raw instanceof RawValue.Entries mapping) {
            return mapping.entries();
        }
        if (raw instanceof RawValue.Scalar scalar) {
            return pairs(scalar.text());
        }
        throw new IllegalArgumentException("a list");
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split("[,\r\n]", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 1 || pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("not NAME=VALUE, or a name twice: " + pair.strip());
            }
        }
        return pairs;
    }
}
