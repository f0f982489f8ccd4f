package org.atelier.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the same kind, as people and programs are shown them.
 *
 * @param name of the list, in the plural and snake case
 * @param columns names of the values of a row, in snake case; none when each row is a line of text
 * @param rows as many values as columns, in their order
 * @param whenEmpty what a person reads instead of no rows
 */
public record Listing(String name, List<String> columns, List<List<@Nullable Object>> rows, String whenEmpty) {

    /** Copies the lists. */
    public Listing {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
