package org.atelier.api.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.api.security.Caller;
import org.atelier.api.web.FieldFault;
import org.atelier.api.web.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a list, judged: every name is one of ours, every value one that its column takes.
 *
 * @param listing it is asked of
 * @param columns that are shown
 * @param conditions of rows, in SQL with parameters
 * @param values of the parameters
 * @param sort column that is sorted by, with a minus before it for from the last to the first
 * @param cursor where the page begins; null for at the beginning
 */
record Question(
        Listing listing,
        List<Column> columns,
        List<String> conditions,
        Map<String, Object> values,
        String sort,
        @Nullable Cursor cursor) {

    private static final Set<String> OF_PAGES = Set.of("skip", "limit", "total", "after", "sort", "dialect");

    /**
     * Judges.
     *
     * @param names those of the path, with what stands there
     * @param parameters of the request
     * @throws RequestRefusedException 422 with every fault; 404 when a name in the path can name nothing
     */
    static Question of(
            Listing listing,
            Columns columns,
            Map<String, String> names,
            Map<String, List<String>> parameters,
            Caller caller) {
        Builder question = new Builder(listing, columns.of(listing), columns);
        names.forEach(question::named);
        question.parameters(parameters);
        question.of(caller);
        return question.build(parameters);
    }

    boolean descending() {
        return sort.startsWith("-");
    }

    String sortColumn() {
        return descending() ? sort.substring(1) : sort;
    }

    /** The columns, as SQL. */
    String shown() {
        return String.join(
                ", ", columns.stream().map(column -> '"' + column.name() + '"').toList());
    }

    /** The conditions, as SQL; those of the page too. */
    String where(boolean withPage) {
        List<String> all = new ArrayList<>(conditions);
        if (withPage && cursor != null) {
            all.add(behind());
        }
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    private String behind() {
        String operator = descending() ? " < " : " > ";
        String key = "cast(:after_key as " + kind(listing.key()).type() + ")";
        return sortColumn().equals(listing.key())
                ? "r." + listing.key() + operator + key
                : "(r." + sortColumn() + ", r." + listing.key() + ")" + operator + "(cast(:after_value as "
                        + kind(sortColumn()).type() + "), " + key + ")";
    }

    /** The order, as SQL. */
    String order() {
        String direction = descending() ? " desc" : "";
        String first = "r." + sortColumn() + direction;
        return " order by " + (sortColumn().equals(listing.key()) ? first : first + ", r." + listing.key() + direction);
    }

    private Kind kind(String column) {
        return columns.stream()
                .filter(each -> each.name().equals(column))
                .map(Column::kind)
                .findFirst()
                .orElse(Kind.TEXT);
    }

    /** Collects conditions and faults. */
    private static final class Builder {

        private final Listing listing;
        private final List<Column> shown;
        private final Columns columns;
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final List<FieldFault> faults = new ArrayList<>();

        Builder(Listing listing, List<Column> shown, Columns columns) {
            this.listing = listing;
            this.shown = shown;
            this.columns = columns;
        }

        void named(String column, String value) {
            Kind kind = kind(column);
            if (!kind.takes(value)) {
                throw RequestRefusedException.notFound();
            }
            conditions.add("r." + column + " = cast(:in_" + column + " as " + kind.type() + ")");
            values.put("in_" + column, value);
        }

        void parameters(Map<String, List<String>> parameters) {
            parameters.forEach((name, given) -> {
                Filter filter = listing.filters().stream()
                        .filter(each -> each.parameter().equals(name))
                        .findFirst()
                        .orElse(null);
                if (filter != null) {
                    filter(filter, given);
                } else if (!OF_PAGES.contains(name) && !listing.free().contains(name)) {
                    faults.add(new FieldFault(name, "is no parameter of this list"));
                }
            });
        }

        private void filter(Filter filter, List<String> given) {
            Kind kind = kind(filter.column());
            if (given.size() != 1 || !kind.takes(given.get(0))) {
                faults.add(new FieldFault(filter.parameter(), "must be " + kind.words() + ", once"));
                return;
            }
            conditions.add("r." + filter.column() + " " + filter.comparison().operator() + " cast(:by_"
                    + filter.parameter() + " as " + kind.type() + ")");
            values.put("by_" + filter.parameter(), given.get(0));
        }

        void of(Caller caller) {
            if (caller.isBound()) {
                if (listing.bucket() == null) {
                    throw RequestRefusedException.forbidden("this account sees measurements of its companies alone");
                }
                conditions.add("r." + listing.bucket() + " = any(:buckets)");
                values.put("buckets", caller.buckets().toArray(String[]::new));
            }
        }

        Question build(Map<String, List<String>> parameters) {
            String sort = parameters
                    .getOrDefault("sort", List.of(listing.sorts().get(0)))
                    .get(0);
            if (!listing.sortable().contains(sort.startsWith("-") ? sort.substring(1) : sort)) {
                faults.add(new FieldFault(
                        "sort",
                        "must be one of " + String.join(", ", listing.sortable())
                                + ", with - before it for descending"));
            }
            if (!faults.isEmpty()) {
                throw RequestRefusedException.invalid(faults.toArray(FieldFault[]::new));
            }
            Cursor cursor = cursor(parameters, sort);
            return new Question(listing, shown, List.copyOf(conditions), Map.copyOf(values), sort, cursor);
        }

        private @Nullable Cursor cursor(Map<String, List<String>> parameters, String sort) {
            if (!parameters.containsKey("after")) {
                return null;
            }
            Cursor cursor = Cursor.read(parameters.get("after").get(0), sort);
            String column = sort.startsWith("-") ? sort.substring(1) : sort;
            if (!kind(listing.key()).takes(cursor.key()) || !kind(column).takes(cursor.value())) {
                throw RequestRefusedException.invalid(new FieldFault("after", "is not from a page of this list"));
            }
            values.put("after_key", cursor.key());
            if (!column.equals(listing.key())) {
                values.put("after_value", cursor.value());
            }
            return cursor;
        }

        private Kind kind(String column) {
            return columns.of(listing, column).map(Column::kind).orElse(Kind.TEXT);
        }
    }
}
