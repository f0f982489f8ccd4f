package org.atelier.launcher.render;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.atelier.answer.Document;
import org.atelier.answer.Section;

/** Prints a document for people. */
final class TablePage {

    private static final String GAP = "  ";

    private final PrintStream out;
    private final HumanText text;
    private final Paint paint;

    TablePage(PrintStream out, HumanText text, boolean colors) {
        this.out = out;
        this.text = text;
        this.paint = new Paint(colors);
    }

    void print(Document document) throws IOException {
        boolean first = true;
        for (Section section : document.sections()) {
            if (!first) {
                line("");
            }
            first = false;
            if (section instanceof Section.Facts facts) {
                facts(facts);
            } else if (section instanceof Section.Grid grid) {
                grid(grid);
            } else if (section instanceof Section.Lines lines) {
                lines.source().forEach(content -> line(SafeText.forTerminal(content.replace("\t", "    "))));
            }
        }
    }

    private void facts(Section.Facts facts) {
        int width = facts.values().keySet().stream()
                .mapToInt(name -> heading(name).length())
                .max()
                .orElse(0);
        facts.values()
                .forEach((name, value) -> line(TextWidth.padded(heading(name), width, false)
                        + GAP
                        + paint.value(text.of(value), text.of(value))));
    }

    private void grid(Section.Grid grid) {
        if (grid.rows().isEmpty()) {
            line(grid.whenEmpty());
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        grid.rows().forEach(row -> cells.add(row.values().stream().map(text::of).toList()));
        List<String> headings = grid.columns().stream()
                .map(name -> heading(name).toUpperCase(Locale.ROOT))
                .toList();
        List<Integer> widths = widths(headings, cells);
        line(paint.heading(row(headings, widths, grid, false)));
        cells.forEach(row -> line(row(row, widths, grid, true)));
    }

    private static List<Integer> widths(List<String> headings, List<List<String>> cells) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            int column = i;
            int widest = cells.stream()
                    .mapToInt(row -> TextWidth.of(row.get(column)))
                    .max()
                    .orElse(0);
            widths.add(Math.max(widest, headings.get(i).length()));
        }
        return widths;
    }

    private String row(List<String> cells, List<Integer> widths, Section.Grid grid, boolean painted) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            boolean last = i == cells.size() - 1;
            boolean right = isNumeric(grid, i);
            String padded = last && !right ? cells.get(i) : TextWidth.padded(cells.get(i), widths.get(i), right);
            row.append(painted ? paint.value(cells.get(i), padded) : padded).append(last ? "" : GAP);
        }
        return row.toString();
    }

    private static boolean isNumeric(Section.Grid grid, int column) {
        return grid.rows().stream().map(row -> row.values().get(column)).anyMatch(Number.class::isInstance);
    }

    private static String heading(String name) {
        return name.replaceFirst("_ms$", "").replace('_', ' ');
    }

    // Not println: the line separator must not depend on the machine.
    private void line(String content) {
        out.print(content);
        out.print('\n');
    }
}
