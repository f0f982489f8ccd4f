package org.atelier.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code docs/reference/tables.md} from the database itself: what each table, view and column says it is. */
final class TablesPage {

    private static final String INTRODUCTION = """
            <!-- Written by TablesPageTest; to write it anew: see docs/reference/README.md -->

            # Tables and views

            Everything the program makes in its database, as the database itself describes it (`\\d+` in `psql` shows the
            same comments). PostgreSQL 15 or later. Names of production tables are French; [the glossary](../glossary.md)
            pairs them with the terms of the code.

            Types: `timestamp` is local plant time, as in the log (in the tables `batch_*` it is UTC); `timestamptz` is an
            instant. Columns that may be null are marked so. The tables `batch_*` are those of Spring Batch, with comments
            and indexes added.

            """;

    private static final String RELATIONS = """
            select c.oid, c.relname, case c.relkind when 'v' then 'View' else 'Table' end,
                   obj_description(c.oid, 'pg_class')
              from pg_class c
             where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v')
                   and c.relname !~ '^databasechangelog'
             order by starts_with(c.relname, 'batch_'), c.relname collate "C"
            """;

    private static final String COLUMNS = """
            select a.attname,
                   replace(replace(format_type(a.atttypid, a.atttypmod), 'timestamp without time zone', 'timestamp'),
                           'timestamp with time zone', 'timestamptz'),
                   case when a.attnotnull or c.relkind = 'v' then '' else 'null' end,
                   replace(col_description(c.oid, a.attnum), '|', '\\|')
              from pg_attribute a join pg_class c on c.oid = a.attrelid
             where c.oid = %s and a.attnum > 0 and not a.attisdropped
             order by a.attnum
            """;

    private static final String KEYS = """
            select pg_get_constraintdef(oid) from pg_constraint
             where conrelid = %s and contype in ('p', 'u', 'f')
             order by strpos('puf', contype::text), conname collate "C"
            """;

    private static final String INDEXES = """
            select regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING ', '')
              from pg_index i join pg_class x on x.oid = i.indexrelid
             where i.indrelid = %s and not exists (select from pg_constraint where conindid = i.indexrelid
                                                   and contype in ('p', 'u'))
             order by x.relname collate "C"
            """;

    private TablesPage() {}

    static String of(Connection connection) throws SQLException {
        List<String[]> relations = cells(connection, RELATIONS);
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (String[] relation : relations) {
            page.append("- [`%s`](#%s)\n".formatted(relation[1], relation[1]));
        }
        for (String[] relation : relations) {
            relation(page, connection, relation);
        }
        return page.toString();
    }

    private static void relation(StringBuilder page, Connection connection, String[] relation) throws SQLException {
        page.append("\n## `%s`\n\n%s. %s\n\n".formatted(relation[1], relation[2], relation[3]));
        page.append("| column | type | null | what it is |\n|---|---|---|---|\n");
        for (String[] column : cells(connection, COLUMNS.formatted(relation[0]))) {
            page.append("| `%s` | %s | %s | %s |\n".formatted((Object[]) column));
        }
        list(page, "Keys", Databases.rows(connection, KEYS.formatted(relation[0])));
        list(page, "Further indexes", Databases.rows(connection, INDEXES.formatted(relation[0])));
    }

    private static void list(StringBuilder page, String title, List<String> definitions) {
        if (!definitions.isEmpty()) {
            page.append(definitions.stream()
                    .map(definition -> "`" + definition + "`")
                    .collect(Collectors.joining("; ", "\n" + title + ": ", ".\n")));
        }
    }

    /** The texts of our own schema hold no bar in their first columns; the last one keeps what it has. */
    private static List<String[]> cells(Connection connection, String query) throws SQLException {
        return Databases.rows(connection, query).stream()
                .map(row -> row.split("\\|", 4))
                .toList();
    }
}
