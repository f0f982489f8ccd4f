package org.atelier.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.atelier.migrations.SchemaException.Reason;

/**
 * Adoption: moves what earlier scripts made under our names to another schema. Data, indexes, owned sequences, and
 * foreign keys go along, since only the schema of a table changes, not the table.
 */
final class MoveForeignTables {

    static final String TARGET = "ancien";

    /** {@code alter table} would do for views and sequences too, but says what it does less plainly. */
    private static final String STATEMENTS = """
            select format('alter %s %I.%I set schema %I',
                case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
                    when 'S' then 'sequence' when 'f' then 'foreign table' else 'table' end,
                n.nspname, c.relname, ?::text)
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = current_schema() and c.relname = any (?)
                -- A sequence that a table owns goes with its table, and cannot go alone.
                and not exists (select from pg_catalog.pg_depend d
                    where c.relkind = 'S' and d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid
                        and d.deptype in ('a', 'i') and d.refobjsubid > 0)
            order by c.relname
            """;

    private static final String TAKEN = """
            select c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname = any (?)
            order by c.relname
            """;

    private MoveForeignTables() {}

    static void move(Connection connection, List<String> names) throws SQLException, SchemaException {
        refuseTaken(names(connection, TAKEN, names));
        List<String> statements = names(connection, STATEMENTS, names);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + TARGET);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Also the answer when {@code ancien} is the current schema: the tables are there already. */
    private static void refuseTaken(List<String> taken) throws SchemaException {
        if (!taken.isEmpty()) {
            throw new SchemaException(
                    Reason.CANNOT_ADOPT,
                    "The schema " + TARGET + " already holds " + String.join(", ", taken)
                            + ", from an earlier adoption or another program. Nothing was changed."
                            + " Rename that schema or drop what is not needed, then: atelier db update --adopt");
        }
    }

    private static List<String> names(Connection connection, String query, List<String> names) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, TARGET);
            statement.setArray(2, connection.createArrayOf("text", names.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
