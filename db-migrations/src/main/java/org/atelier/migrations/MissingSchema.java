package org.atelier.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tells why no schema of the search path can be used: there is none, or the role may not look into it. */
final class MissingSchema {

    /** The path as PostgreSQL reads it: quotes taken off, other names in lower case, {@code "$user"} the role. */
    private static final String QUERY = """
            select case when part = '$user' then current_user::text else part end as schema,
                   exists (select from pg_catalog.pg_namespace
                           where nspname = case when part = '$user' then current_user::text else part end) as there,
                   part = '$user' as own
            from (select case when item like '"%"' then replace(substr(item, 2, length(item) - 2), '""', '"')
                              else lower(item) end as part, place
                  from (select trim(item) as item, place
                        from unnest(string_to_array(current_setting('search_path'), ',')) with ordinality as p (item, place)
                       ) as items) as parts
            order by there desc, own, place""";

    private MissingSchema() {}

    static Obstacle obstacle(Connection connection, Role role) throws SQLException {
        String path = "none of the schemas in the search path can be used: ";
        List<String> names = new ArrayList<>();
        String fix = "";
        try (PreparedStatement statement = connection.prepareStatement(QUERY);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String schema = row.getString("schema");
                names.add(schema + (row.getBoolean("there") ? " (no right to use it)" : " (not there)"));
                if (fix.isEmpty()) {
                    fix = row.getBoolean("there")
                            ? "grant usage, create on schema " + Role.quoted(schema) + " to " + role.name()
                            : "create schema " + Role.quoted(schema) + " authorization " + role.name();
                }
            }
        }
        return new Obstacle(
                path + String.join(", ", names),
                fix.isEmpty() ? "alter role " + role.name() + " reset search_path" : fix);
    }
}
