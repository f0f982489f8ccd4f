package org.atelier.answer;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.atelier.catalog.Listing;
import org.jspecify.annotations.Nullable;

/** A part of a document. */
public sealed interface Section {

    /** What a job lists. */
    static Section of(Listing listing) {
        if (listing.columns().isEmpty()) {
            return new Lines(
                    listing.name(), line -> listing.rows().forEach(row -> line.accept(String.valueOf(row.get(0)))));
        }
        return new Grid(
                listing.name(),
                listing.columns(),
                listing.rows().stream().map(Row::new).toList(),
                listing.whenEmpty());
    }

    /** Named values, in order; at most one such section stands in a document. */
    record Facts(Map<String, @Nullable Object> values) implements Section {

        /** No facts yet; {@link #with} adds. */
        public static Facts none() {
            return new Facts(Map.of());
        }

        /** These and one more. */
        public Facts with(String name, @Nullable Object value) {
            Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
            more.put(name, value);
            return new Facts(Collections.unmodifiableMap(more));
        }
    }

    /**
     * Rows of the same kind.
     *
     * @param name of the list in JSON
     * @param columns names
     * @param rows as many values as columns
     * @param whenEmpty what a table says instead of no rows
     */
    record Grid(String name, List<String> columns, List<Row> rows, String whenEmpty) implements Section {

        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** Values of one row, in the order of the columns. */
    record Row(List<@Nullable Object> values) {

        public static Row of(@Nullable Object... values) {
            return new Row(Collections.unmodifiableList(Arrays.asList(values)));
        }
    }

    /**
     * Text that may be long, line by line.
     *
     * @param name of the list in JSON
     * @param source gives the lines, once
     */
    record Lines(String name, LineSource source) implements Section {}

    /** Gives lines without holding all of them. */
    @FunctionalInterface
    interface LineSource {

        void forEach(Consumer<String> line) throws IOException;
    }
}
