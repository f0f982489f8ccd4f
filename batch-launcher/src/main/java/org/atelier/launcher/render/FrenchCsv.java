package org.atelier.launcher.render;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints CSV as a French Excel opens it by a double click: semicolons, decimal commas, {@code dd/MM/yyyy}, UTF-8 with a
 * byte order mark, CRLF. Text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
public final class FrenchCsv {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT);

    private final PrintStream out;

    /**
     * Prints the byte order mark and the headings.
     *
     * @param out writes UTF-8
     */
    public FrenchCsv(PrintStream out, List<String> headings) {
        this.out = out;
        out.print('\uFEFF');
        row(headings);
    }

    /** Prints a row of texts, numbers, days, local times and nulls. */
    public void row(List<? extends @Nullable Object> values) {
        out.print(values.stream().map(FrenchCsv::cell).collect(Collectors.joining(";")));
        out.print("\r\n");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        return value instanceof Number ? value.toString() : text(CsvPage.harmless(value.toString()));
    }

    private static String text(String text) {
        boolean quoted = text.chars().anyMatch(c -> c == ';' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
