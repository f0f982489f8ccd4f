package org.atelier.orders.erp;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table as {@code information_schema} shows it.
 *
 * @param name its real name
 * @param engine such as {@code InnoDB}; empty for a view
 * @param types type by column, the names in lower case
 */
record SourceTable(String name, String engine, Map<String, String> types) {

    private static final String TABLES = """
            select t.table_name as name, coalesce(t.engine, '') as engine, c.column_name as col, c.data_type as type
              from information_schema.tables t
              join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
             where t.table_schema = database()
            """;

    /** All tables of the database, by their exact name. */
    static Map<String, SourceTable> all(Connection connection) throws SQLException {
        Map<String, SourceTable> tables = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    String name = row.getString("name");
                    String engine = row.getString("engine");
                    tables.computeIfAbsent(name, key -> new SourceTable(key, engine, new HashMap<>()))
                            .types
                            .put(lower(row.getString("col")), row.getString("type"));
                }
            }
        }
        return tables;
    }

    /** What keeps it from being read as that table. */
    List<String> problems(ErpTable as) {
        List<String> problems = new ArrayList<>();
        for (ErpTable.Column column : as.columns()) {
            String type = types.get(lower(column.name()));
            if (type == null) {
                problems.add("table " + name + " has no column " + column.name() + ", or the user may not read it");
            } else if (!column.takes(type)) {
                problems.add("column " + name + "." + column.name() + " is of type " + type + ", not of "
                        + String.join(", ", column.types()));
            }
        }
        return problems;
    }

    /** The type of a column that it has. */
    String type(ErpTable.Column column) {
        return types.getOrDefault(lower(column.name()), "");
    }

    /**
     * An expression for what a column holds. Of a {@code float} MySQL shows six digits, unless something is added to
     * it.
     */
    String expression(ErpTable.Column column) {
        String name = "`" + column.name() + "`";
        return type(column).equalsIgnoreCase("float") ? "(" + name + " + 0e0)" : name;
    }

    /** Whether the snapshot covers it: of engines without transactions the rows of each moment are read. */
    boolean isInSnapshot() {
        return isInSnapshot(engine);
    }

    static boolean isInSnapshot(String engine) {
        return engine.equalsIgnoreCase("InnoDB");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
