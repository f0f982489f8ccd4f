package org.atelier.api.listing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** The columns of what is listed, from the schema: the one place where they stand. Asked for once. Thread-safe. */
@Component
final class Columns {

    private static final String CATALOGUE = """
            select a.attname, a.attnotnull, coalesce(col_description(a.attrelid, a.attnum), '') as about
              from pg_attribute a where a.attrelid = to_regclass(:relation) and a.attnum > 0 and not a.attisdropped
            """;

    private final Jdbi jdbi;
    private final Map<Listing, List<Column>> known = new ConcurrentHashMap<>();

    Columns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those that are shown, in their order. */
    List<Column> of(Listing listing) {
        List<Column> columns = known.get(listing);
        if (columns == null) {
            columns = read(listing);
            known.put(listing, columns);
        }
        return columns;
    }

    /** The column of that name, shown or not. */
    Optional<Column> of(Listing listing, String name) {
        return of(listing).stream().filter(column -> column.name().equals(name)).findFirst();
    }

    private List<Column> read(Listing listing) {
        return jdbi.withHandle(handle -> {
            Map<String, Column> described = new HashMap<>();
            if (!listing.relation().startsWith("(")) {
                handle.createQuery(CATALOGUE)
                        .bind("relation", listing.relation())
                        .map((row, context) -> new Column(
                                row.getString("attname"),
                                Kind.TEXT,
                                !row.getBoolean("attnotnull"),
                                row.getString("about")))
                        .forEach(column -> described.put(column.name(), column));
            }
            List<Column> columns = new ArrayList<>();
            try (PreparedStatement statement = handle.getConnection()
                            .prepareStatement("select * from " + listing.relation() + " r limit 0");
                    ResultSet none = statement.executeQuery()) {
                columns(listing, none.getMetaData(), described, columns);
            } catch (SQLException e) {
                throw new IllegalStateException("the columns of " + listing.path() + " cannot be read", e);
            }
            return List.copyOf(columns);
        });
    }

    private static void columns(
            Listing listing, ResultSetMetaData shape, Map<String, Column> described, List<Column> into)
            throws SQLException {
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            String name = shape.getColumnName(i);
            if (!listing.hidden().contains(name)) {
                Column known = described.getOrDefault(name, new Column(name, Kind.TEXT, true, ""));
                into.add(new Column(name, Kind.of(shape.getColumnTypeName(i)), known.nullable(), known.about()));
            }
        }
    }
}
