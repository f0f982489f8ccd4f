package org.atelier.answer;

import java.util.List;

/**
 * The content of an answer. Names are in snake case and a contract; values are text, numbers, booleans,
 * {@code Instant}, {@code LocalDate}, {@code Duration} (named {@code ..._ms}), lists, maps by text, or null.
 *
 * @param schema name and version, such as {@code atelier.history/1}; the version rises when a name goes or changes
 *     meaning
 * @param sections in the order to print
 */
public record Document(String schema, List<Section> sections) {

    public Document {
        sections = List.copyOf(sections);
    }

    public static Document of(String schema, Section... sections) {
        return new Document(schema, List.of(sections));
    }
}
