package org.atelier.api.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atelier.api.described.Operation;
import org.atelier.api.described.Schemas;
import org.springframework.stereotype.Component;

/** Describes lists and their rows, with the columns that the schema has. */
@Component
public final class DescribeListings {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final Columns columns;

    DescribeListings(Columns columns) {
        this.columns = columns;
    }

    /**
     * All of them.
     *
     * @param page parameters of every list
     */
    public List<Operation> all(List<Map<String, Object>> page) {
        List<Operation> all = new ArrayList<>();
        for (Listing listing : Listings.LISTS) {
            all.add(list(listing, page));
        }
        all.add(list(Listings.POINTS, page)
                .with(List.of(Operation.query(
                        "level",
                        Schemas.value("string", null, false, ""),
                        "auto (when nothing is said), raw, 1h, 1d, 1w."))));
        for (Listing listing : Listings.ONE) {
            all.add(Operation.get(listing.path(), tag(listing), "One of them. " + listing.about(), row(listing))
                    .with(names(listing)));
        }
        return all;
    }

    private Operation list(Listing listing, List<Map<String, Object>> page) {
        List<Map<String, Object>> parameters = new ArrayList<>(names(listing));
        for (Filter filter : listing.filters()) {
            Kind kind = kind(listing, filter.column());
            parameters.add(Operation.query(
                    filter.parameter(), Schemas.value(kind.schema(), kind.format(), false, ""), filter.words() + "."));
        }
        Map<String, Object> sort = Schemas.value("string", null, false, "");
        sort.put(
                "enum",
                listing.sortable().stream()
                        .flatMap(column -> List.of(column, "-" + column).stream())
                        .toList());
        parameters.add(Operation.query("sort", sort, "A column; with - before it from the last to the first."));
        parameters.add(Operation.query(
                "after",
                Schemas.value("string", null, false, ""),
                "Where a page begins: from Link, to be sent back as it is."));
        parameters.addAll(page);
        parameters.add(Operation.query(
                "dialect",
                Schemas.value("string", null, false, ""),
                "Of CSV: plain (when nothing is said) or excel-fr."));
        return Operation.get(listing.path(), tag(listing), listing.about(), Schemas.list(row(listing)))
                .with(parameters)
                .orCsv();
    }

    private static String tag(Listing listing) {
        return listing.bucket() != null || listing.path().startsWith("/measurements")
                ? "measurements"
                : listing.path().startsWith("/commandes") ? "orders" : "sessions";
    }

    private List<Map<String, Object>> names(Listing listing) {
        List<Map<String, Object>> names = new ArrayList<>();
        Matcher name = NAME.matcher(listing.path());
        while (name.find()) {
            Kind kind = kind(listing, name.group(1));
            names.add(Operation.named(name.group(1), Schemas.value(kind.schema(), kind.format(), false, "")));
        }
        return names;
    }

    private Kind kind(Listing listing, String column) {
        return columns.of(listing, column).map(Column::kind).orElse(Kind.TEXT);
    }

    private Map<String, Object> row(Listing listing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> needed = new ArrayList<>();
        columns.of(listing).forEach(column -> needed.add(column.name()));
        for (Column column : all(listing)) {
            fields.put(
                    column.name(),
                    Schemas.value(column.kind().schema(), column.kind().format(), column.nullable(), column.about()));
        }
        Map<String, Object> row = Schemas.object(fields);
        row.put("required", needed);
        return row;
    }

    /** Means have columns that points have not. */
    private List<Column> all(Listing listing) {
        return columns.of(listing.free().isEmpty() ? listing : Listings.HOURS);
    }
}
