package org.atelier.measurements.sink;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.measurements.series.Level;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Whether a range of time has nothing of some series yet. */
final class FreeRange {

    /** By the key, one series after the other: the planner must not think of reading a month to find one row. */
    private static final String ANY = """
            select exists (
                select from unnest(:series) as v (id)
                 cross join lateral (select from %1$s m where m.voie_id = v.id and m.%2$s between :from and :to
                                      order by m.%2$s limit 1) found)
            """;

    private static final String MEASURED = ANY.formatted("mesure_electrique", "horodatage");

    private static final List<String> MEANS = Arrays.stream(Level.values())
            .map(level -> ANY.formatted(level.table(), "fenetre"))
            .toList();

    private FreeRange() {}

    /** Whether none of the file's times has a row, nor any time between two of them that are of one month. */
    static boolean isFree(Handle handle, FileSeries series) {
        return series.spans().stream().noneMatch(span -> found(handle, MEASURED, series, span));
    }

    /** Whether neither measurements nor means are in any window that the file touches. */
    static boolean windowsAreFree(Handle handle, FileSeries series) {
        return series.spans().stream()
                .map(Span::windows)
                .noneMatch(span -> Stream.concat(Stream.of(MEASURED), MEANS.stream())
                        .anyMatch(query -> found(handle, query, series, span)));
    }

    private static boolean found(Handle handle, String query, FileSeries series, Span span) {
        return bind(handle.createQuery(query), series, span)
                .mapTo(Boolean.class)
                .one();
    }

    static <S extends SqlStatement<S>> S bind(S statement, FileSeries series, Span span) {
        return statement
                .bindArray("series", Long.class, series.keys())
                .bind("from", span.from())
                .bind("to", span.to());
    }
}
