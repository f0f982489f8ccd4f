package org.atelier.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in where, as names to put in SQL.
 *
 * @param name the role, quoted
 * @param plainName the same as it is
 * @param database the database, quoted
 * @param plainDatabase the same as it is
 * @param schema where tables are made, quoted where it must be; null when no schema of the search path is there
 * @param mayCreate whether it may make tables there
 * @param mayCreateSchemas whether it may make schemas
 */
record Role(
        String name,
        String plainName,
        String database,
        String plainDatabase,
        @Nullable String schema,
        boolean mayCreate,
        boolean mayCreateSchemas) {

    private static final String QUERY = """
            select current_user, current_database(), quote_ident(current_schema()),
                   has_schema_privilege(current_schema(), 'create'),
                   has_database_privilege(current_database(), 'create')""";

    static Role of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new Role(
                    quoted(row.getString(1)),
                    row.getString(1),
                    quoted(row.getString(2)),
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getBoolean(5));
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
