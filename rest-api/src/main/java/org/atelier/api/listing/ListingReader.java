package org.atelier.api.listing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.springframework.stereotype.Component;

/** Reads rows as JSON, which PostgreSQL makes of them. Thread-safe. */
@Component
final class ListingReader {

    private final Jdbi jdbi;

    ListingReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A page.
     *
     * @param rows as JSON
     * @param next where the next one begins; empty when there is none
     */
    record Rows(List<String> rows, Optional<Cursor> next) {}

    private record Row(String json, Cursor cursor) {}

    /** A page of so many rows at most. */
    Rows page(Question question, int skip, int limit) {
        String sql = "select row_to_json(r)::text as json, to_json(r." + question.sortColumn()
                + ") #>> '{}' as value, to_json(r." + question.listing().key() + ") #>> '{}' as key from "
                + source(question) + question.where(true) + question.order() + " limit :limit offset :skip";
        List<Row> found = jdbi.withHandle(handle -> query(handle, sql, question)
                .bind("limit", limit + 1)
                .bind("skip", skip)
                .map((row, context) -> new Row(
                        row.getString("json"),
                        new Cursor(
                                question.sort(),
                                String.valueOf(row.getString("value")),
                                String.valueOf(row.getString("key")))))
                .list());
        boolean more = found.size() > limit;
        List<Row> shown = more ? found.subList(0, limit) : found;
        return new Rows(
                shown.stream().map(Row::json).toList(),
                more ? Optional.of(shown.get(limit - 1).cursor()) : Optional.empty());
    }

    /** The only row. */
    Optional<String> one(Question question) {
        String sql = "select row_to_json(r)::text as json from " + source(question) + question.where(false);
        return jdbi.withHandle(
                handle -> query(handle, sql, question).mapTo(String.class).findFirst());
    }

    /** How many rows there are on all pages. */
    long count(Question question) {
        String sql = "select count(*) from " + question.listing().relation() + " r" + question.where(false);
        return jdbi.withHandle(
                handle -> query(handle, sql, question).mapTo(Long.class).one());
    }

    /** Whether what a list is a part of is there. */
    boolean exists(Whole whole, Map<String, String> names) {
        return jdbi.withHandle(handle -> handle.createQuery(whole.sql())
                .bind("key", names.get(whole.name()))
                .mapTo(Boolean.class)
                .one());
    }

    private static String source(Question question) {
        return "(select " + question.shown() + " from " + question.listing().relation() + " s) r";
    }

    private static Query query(Handle handle, String sql, Question question) {
        Query query = handle.createQuery(sql);
        question.values().forEach(query::bind);
        return query;
    }

    /** Rows in the order of a list. */
    static String array(List<String> rows) {
        return rows.stream().collect(Collectors.joining(",\n", "[", "]\n"));
    }
}
