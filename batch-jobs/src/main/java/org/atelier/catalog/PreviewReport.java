package org.atelier.catalog;

import java.util.List;
import org.atelier.run.RunSummary;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do.
 *
 * @param summary its figures
 * @param kind what a row is, in the plural and snake case, such as {@code sessions}
 * @param columns names of the values of a row, in snake case
 * @param rows what it would write, a row each
 */
public record PreviewReport(RunSummary summary, String kind, List<String> columns, List<List<@Nullable Object>> rows) {

    /** Copies the lists. */
    public PreviewReport {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
