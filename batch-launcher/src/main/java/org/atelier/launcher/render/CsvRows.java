package org.atelier.launcher.render;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as CSV (RFC 4180, CRLF), one after the other. Text that a spreadsheet would run as a formula gets an
 * apostrophe in front.
 */
public final class CsvRows {

    private final PrintStream out;

    /** @param out in UTF-8, the caller's to close */
    public CsvRows(PrintStream out) {
        this.out = out;
    }

    /** Writes a row: text, numbers, booleans, instants, days or null. */
    public void row(List<? extends @Nullable Object> values) {
        out.print(values.stream().map(CsvPage::cell).collect(Collectors.joining(",")));
        out.print("\r\n");
    }
}
