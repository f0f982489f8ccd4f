package org.atelier.api.described;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route does, for the description.
 *
 * @param method in capitals
 * @param path with names in braces, without a slash at its end
 * @param tag group
 * @param summary a sentence
 * @param parameters as OpenAPI has them
 * @param body of the request, by media type; null for none
 * @param status of the good answer
 * @param answer its body, by media type; empty for none
 */
public record Operation(
        String method,
        String path,
        String tag,
        String summary,
        List<Map<String, Object>> parameters,
        @Nullable Map<String, Object> body,
        int status,
        Map<String, Object> answer) {

    /** One that answers 200 with JSON. */
    public static Operation get(String path, String tag, String summary, Map<String, Object> schema) {
        return new Operation("GET", path, tag, summary, List.of(), null, 200, json(schema));
    }

    public static Map<String, Object> json(Map<String, Object> schema) {
        return Map.of("application/json", Map.of("schema", schema));
    }

    /** With parameters behind those that it has. */
    public Operation with(List<Map<String, Object>> more) {
        List<Map<String, Object>> all = new ArrayList<>(parameters);
        all.addAll(more);
        return new Operation(method, path, tag, summary, all, body, status, answer);
    }

    /** That may be asked for as CSV too. */
    public Operation orCsv() {
        Map<String, Object> both = new LinkedHashMap<>(answer);
        both.put("text/csv", Map.of("schema", Schemas.text("A line of names, then a line a row.")));
        return new Operation(method, path, tag, summary, parameters, body, status, both);
    }

    /** A parameter of the query. */
    public static Map<String, Object> query(String name, Map<String, Object> schema, String about) {
        return Schemas.properties("name", name, "in", "query", "description", about, "schema", schema);
    }

    /** A name in the path. */
    public static Map<String, Object> named(String name, Map<String, Object> schema) {
        return Schemas.properties("name", name, "in", "path", "required", true, "schema", schema);
    }
}
