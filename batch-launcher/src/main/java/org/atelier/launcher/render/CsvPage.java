package org.atelier.launcher.render;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.jspecify.annotations.Nullable;

/**
 * Prints the rows of a document as CSV (RFC 4180, CRLF): its first grid, else its lines, else its facts as one row.
 * Text that a spreadsheet would run as a formula gets an apostrophe in front; JSON is exact.
 */
final class CsvPage {

    private final PrintStream out;

    CsvPage(PrintStream out) {
        this.out = out;
    }

    void print(Document document) throws IOException {
        Section main = document.sections().stream()
                .filter(section -> !(section instanceof Section.Facts))
                .findFirst()
                .orElse(document.sections().get(0));
        if (main instanceof Section.Grid grid) {
            line(grid.columns());
            grid.rows().forEach(row -> line(row.values()));
        } else if (main instanceof Section.Facts facts) {
            line(List.copyOf(facts.values().keySet()));
            line(new ArrayList<>(facts.values().values()));
        } else if (main instanceof Section.Lines lines) {
            line(List.of(lines.name()));
            lines.source().forEach(content -> line(List.of(content)));
        }
    }

    private void line(List<? extends @Nullable Object> values) {
        new CsvRows(out).row(values);
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof Number || value instanceof Boolean
                ? value.toString()
                : harmless(MachineText.of(value));
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
