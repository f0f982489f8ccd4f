package org.atelier.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

class SpringBatchTablesTest {

    private static final String COLUMNS = """
            select c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                pg_get_expr(d.adbin, d.adrelid)
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relnamespace = '%s'::regnamespace and c.relkind = 'r' and c.relname like 'batch%%'
            order by 1, 2
            """;

    private static final String CONSTRAINTS = """
            select c.relname, o.conname, replace(pg_get_constraintdef(o.oid), 'spring.', '')
            from pg_constraint o join pg_class c on c.oid = o.conrelid
            where c.relnamespace = '%s'::regnamespace and c.relname like 'batch%%' and o.contype <> 'n'
            order by 1, 2
            """;

    private static final String SEQUENCES = """
            select sequencename, data_type, start_value, min_value, max_value, increment_by, cycle, cache_size
            from pg_sequences where schemaname = '%s' and sequencename like 'batch%%' order by 1
            """;

    @Test
    void our_metadata_tables_are_those_of_spring_batch() throws Exception {
        try (Connection c = Databases.current();
                InputStream in =
                        getClass().getResourceAsStream("/org/springframework/batch/core/schema-postgresql.sql")) {
            assertThat(in).isNotNull();
            Databases.run(c, "create schema spring", "set search_path = spring");
            Databases.run(c, new String(in.readAllBytes(), UTF_8));
            Databases.run(c, "set search_path = public");

            for (String catalogue : new String[] {COLUMNS, CONSTRAINTS, SEQUENCES}) {
                assertThat(Databases.rows(c, catalogue.formatted("public")))
                        .isNotEmpty()
                        .isEqualTo(Databases.rows(c, catalogue.formatted("spring")));
            }
        }
    }
}
