package org.atelier.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns named once, and the way to ask that speaks as plain JDBC does. */
class ColumnsTest {

    private static final Columns COLUMNS = Columns.of("id").and("seen", "note");

    @Test
    void one_list_serves_insert_update_and_select() throws Exception {
        try (TestDatabase database = ReadyDatabase.create();
                Connection connection = database.connect()) {
            Jdbi jdbi = Sql.on(connection);
            String found = Sql.ask(jdbi, handle -> {
                handle.execute("create temp table seen (id int primary key, seen timestamp, note text)");
                keep(handle, null, "first");
                keep(handle, LocalDateTime.of(2025, 5, 28, 6, 0), "second");
                return handle.createQuery("select concat_ws(' | ', " + COLUMNS.list() + ") from seen")
                        .mapTo(String.class)
                        .one();
            });
            assertThat(found).isEqualTo("1 | 2025-05-28 06:00:00 | second");
        }
    }

    private static void keep(Handle handle, @Nullable LocalDateTime seen, String note) {
        handle.createUpdate("insert into seen (" + COLUMNS.list() + ") values (" + COLUMNS.parameters()
                        + ") on conflict (id) do update set " + COLUMNS.excluded())
                .bind("id", 1)
                .bind("seen", seen)
                .bind("note", note)
                .execute();
    }

    @Test
    void who_asks_hears_what_the_database_said_and_its_code() throws Exception {
        try (TestDatabase database = ReadyDatabase.create();
                Connection connection = database.connect()) {
            Jdbi jdbi = Sql.on(connection);
            assertThatThrownBy(() -> Sql.ask(jdbi, handle -> handle.execute("select 1 from nowhere")))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42P01"))
                    .hasMessageContaining("relation \"nowhere\" does not exist");
            assertThat(connection.isClosed()).isFalse();
        }
    }
}
