package org.atelier.api.listing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read: where, of what, and by what it can be narrowed and sorted. All of it is written by us; nothing
 * comes from a request.
 *
 * @param path with names in braces, each of which is compared with a column
 * @param relation a table, a view, or a query in parentheses
 * @param key a column that tells rows apart
 * @param filters parameters
 * @param sorts columns without nulls that it can be sorted by; the first one is what it is sorted by when nothing is
 *     said, from the last to the first where it begins with a minus
 * @param hidden columns that are not shown
 * @param bucket the column that says whose a row is; null where companies have no part
 * @param whole what it is a part of; null for a list of its own
 * @param about what it is, a sentence
 */
record Listing(
        String path,
        String relation,
        String key,
        List<Filter> filters,
        List<String> sorts,
        List<String> hidden,
        @Nullable String bucket,
        @Nullable Whole whole,
        String about) {

    Listing {
        filters = List.copyOf(filters);
        sorts = List.copyOf(sorts);
        hidden = List.copyOf(hidden);
    }

    static Listing of(String path, String relation, String about) {
        return new Listing(path, relation, "id", List.of(), List.of("id"), List.of(), null, null, about);
    }

    Listing by(Filter... more) {
        return new Listing(path, relation, key, List.of(more), sorts, hidden, bucket, whole, about);
    }

    Listing sorted(String... columns) {
        return new Listing(path, relation, key, filters, List.of(columns), hidden, bucket, whole, about);
    }

    Listing key(String column) {
        return new Listing(path, relation, column, filters, List.of(column), hidden, bucket, whole, about);
    }

    Listing without(String... columns) {
        return new Listing(path, relation, key, filters, sorts, List.of(columns), bucket, whole, about);
    }

    Listing ofCompanies(String column) {
        return new Listing(path, relation, key, filters, sorts, hidden, column, whole, about);
    }

    /** Parameters that say which list is meant, and narrow nothing. */
    Set<String> free() {
        return Listings.LEVELS.containsValue(this) ? Set.of("level") : Set.of();
    }

    /** Columns that it can be sorted by. */
    List<String> sortable() {
        return sorts.stream()
                .map(sort -> sort.startsWith("-") ? sort.substring(1) : sort)
                .toList();
    }

    /** The same at another path. */
    Listing at(String other) {
        return new Listing(other, relation, key, filters, sorts, hidden, bucket, whole, about);
    }

    /** As a part. */
    Listing of(Whole other) {
        return new Listing(path, relation, key, filters, sorts, hidden, bucket, other, about);
    }
}
