package org.atelier.launcher.render;

import java.io.IOException;
import java.io.PrintStream;
import org.atelier.answer.Document;
import org.atelier.answer.JsonDocument;
import org.atelier.answer.Section;
import org.jspecify.annotations.Nullable;

/** Prints a document as one JSON object: {@code schema}, the facts as fields, each grid as a list of objects. */
final class JsonPage {

    private final PrintStream out;

    JsonPage(PrintStream out) {
        this.out = out;
    }

    void print(Document document) throws IOException {
        out.print("{\n  " + pair("schema", document.schema()));
        for (Section section : document.sections()) {
            if (section instanceof Section.Facts facts) {
                facts.values().forEach((name, value) -> out.print(",\n  " + pair(name, value)));
            } else if (section instanceof Section.Grid grid) {
                grid(grid);
            } else if (section instanceof Section.Lines lines) {
                lines(lines);
            }
        }
        out.print("\n}\n");
    }

    private void grid(Section.Grid grid) {
        out.print(",\n  " + json(grid.name()) + ": [");
        String separator = "\n    ";
        for (Section.Row row : grid.rows()) {
            out.print(separator + json(JsonDocument.object(grid.columns(), row)));
            separator = ",\n    ";
        }
        out.print(grid.rows().isEmpty() ? "]" : "\n  ]");
    }

    private void lines(Section.Lines lines) throws IOException {
        out.print(",\n  " + json(lines.name()) + ": [");
        String[] separator = {"\n    "};
        lines.source().forEach(content -> {
            out.print(separator[0] + json(content));
            separator[0] = ",\n    ";
        });
        out.print("]");
    }

    private static String pair(String name, @Nullable Object value) {
        return json(name) + ": " + json(value);
    }

    private static String json(@Nullable Object value) {
        return JsonDocument.text(value);
    }
}
