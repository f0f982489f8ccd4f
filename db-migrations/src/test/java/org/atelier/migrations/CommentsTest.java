package org.atelier.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

class CommentsTest {

    private static final String OURS = "n.nspname = current_schema() and c.relname !~ '^databasechangelog'";

    @Test
    void every_table_and_view_says_what_it_is() throws Exception {
        try (Connection c = Databases.current()) {
            assertThat(Databases.rows(
                            c,
                            "select c.relname from pg_class c"
                                    + " join pg_namespace n on n.oid = c.relnamespace"
                                    + " where c.relkind in ('r', 'p', 'v') and " + OURS
                                    + " and obj_description(c.oid, 'pg_class') is null"))
                    .isEmpty();
        }
    }

    @Test
    void every_column_says_what_it_is() throws Exception {
        try (Connection c = Databases.current()) {
            String columns = " from pg_attribute a join pg_class c on c.oid = a.attrelid"
                    + " join pg_namespace n on n.oid = c.relnamespace"
                    + " where c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped and " + OURS;
            assertThat(Databases.rows(
                            c,
                            "select c.relname, a.attname" + columns + " and col_description(c.oid, a.attnum) is null"))
                    .isEmpty();
            assertThat(Integer.parseInt(
                            Databases.rows(c, "select count(*)" + columns).get(0)))
                    .isGreaterThan(200);
        }
    }
}
