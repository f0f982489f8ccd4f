package org.atelier.api.described;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON schemas (2020-12), as OpenAPI 3.1 has them. */
public final class Schemas {

    private Schemas() {}

    /** A value of a type; with {@code null} beside it where it may be missing. */
    public static Map<String, Object> value(String type, @Nullable String format, boolean nullable, String about) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", nullable ? List.of(type, "null") : type);
        if (format != null) {
            schema.put("format", format);
        }
        if (!about.isEmpty()) {
            schema.put("description", about);
        }
        if (type.equals("array")) {
            schema.put("items", Map.of());
        }
        return schema;
    }

    public static Map<String, Object> text(String about) {
        return value("string", null, false, about);
    }

    public static Map<String, Object> maybeText(String about) {
        return value("string", null, true, about);
    }

    public static Map<String, Object> number(String about) {
        return value("integer", "int64", false, about);
    }

    public static Map<String, Object> maybeNumber(String about) {
        return value("integer", "int64", true, about);
    }

    public static Map<String, Object> truth(String about) {
        return value("boolean", null, false, about);
    }

    /** An object all of whose properties are there. */
    public static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", new ArrayList<>(properties.keySet()));
        return schema;
    }

    /** An object of which only some are needed. */
    public static Map<String, Object> body(Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = object(properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** Properties in order: names and schemas in turn. */
    public static Map<String, Object> properties(Object... namesAndSchemas) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            properties.put(String.valueOf(namesAndSchemas[i]), namesAndSchemas[i + 1]);
        }
        return properties;
    }

    /** A list of them. */
    public static Map<String, Object> list(Map<String, Object> items) {
        return properties("type", "array", "items", items);
    }
}
