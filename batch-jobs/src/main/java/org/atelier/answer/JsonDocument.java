package org.atelier.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents and rows as JSON objects; what is long, line by line, is not for it. */
public final class JsonDocument {

    private JsonDocument() {}

    /** One object: the schema, the facts as fields, each grid as a list of objects. */
    public static String of(Document document) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("schema", document.schema());
        for (Section section : document.sections()) {
            if (section instanceof Section.Facts facts) {
                all.putAll(facts.values());
            } else if (section instanceof Section.Grid grid) {
                all.put(
                        grid.name(),
                        grid.rows().stream()
                                .map(row -> object(grid.columns(), row))
                                .toList());
            }
        }
        return text(all);
    }

    /** The fields of a row, by the names of its columns. */
    public static Map<String, @Nullable Object> object(List<String> columns, Section.Row row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), row.values().get(i));
        }
        return object;
    }

    /** A value with all that it holds. */
    public static String text(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        JsonText.append(json, value);
        return json.toString();
    }
}
