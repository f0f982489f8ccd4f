package org.atelier.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.atelier.migrations.SchemaException.Reason;
import org.atelier.migrations.SchemaStatus.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaUpdateTest {

    private static final String EVERYTHING = """
            select c.oid, c.relname, c.xmin, n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1
            """;

    @Test
    void an_empty_database_becomes_current() throws Exception {
        try (Connection c = Databases.empty()) {
            assertThat(Schema.status(c).state()).isEqualTo(State.EMPTY);
            assertThat(Schema.status(c).pending()).hasSameSizeAs(ShippedChangeSets.all());

            Schema.update(c, false);

            assertThat(Schema.status(c)).isEqualTo(new SchemaStatus(State.CURRENT, List.of(), List.of()));
        }
    }

    @Test
    void a_second_update_changes_nothing() throws Exception {
        try (Connection c = Databases.current()) {
            List<String> before = Databases.rows(c, EVERYTHING);
            List<String> applied = Databases.rows(c, "select * from databasechangelog order by orderexecuted");

            Schema.update(c, false);
            Schema.update(c, true);

            assertThat(Databases.rows(c, EVERYTHING)).isEqualTo(before);
            assertThat(Databases.rows(c, "select * from databasechangelog order by orderexecuted"))
                    .isEqualTo(applied);
        }
    }

    @Test
    void an_older_schema_is_pending_and_gets_only_what_is_missing() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(c, "drop table ligne_rejetee", "delete from databasechangelog where id = 'ligne_rejetee'");
            assertThat(Schema.status(c).state()).isEqualTo(State.PENDING);
            assertThat(Schema.status(c).pending())
                    .containsExactly("db/changelog/rejects/001-rejected-lines.sql::ligne_rejetee::atelier");

            Schema.update(c, false);

            assertThat(Schema.status(c).state()).isEqualTo(State.CURRENT);
            assertThat(Databases.rows(c, "select count(*) from ligne_rejetee")).containsExactly("0");
        }
    }

    @Test
    void a_view_that_a_release_makes_anew_is_pending_and_not_foreign() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(
                    c,
                    "drop view v_fraicheur",
                    "create view v_fraicheur as select 1 as of_the_release_before",
                    "delete from databasechangelog where id like 'v_fraicheur-%'");
            assertThat(Schema.status(c).state()).isEqualTo(State.PENDING);

            Schema.update(c, false);

            assertThat(Schema.status(c).state()).isEqualTo(State.CURRENT);
            assertThat(Databases.rows(c, "select etat from v_fraicheur")).isEmpty();
        }
    }

    @Test
    void a_newer_schema_is_told_and_left_alone() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(
                    c,
                    "insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                            + " values ('of tomorrow', 'atelier', 'db/changelog/x.sql', now(), 999, 'EXECUTED')");

            assertThat(Schema.status(c).state()).isEqualTo(State.NEWER);
            assertThatThrownBy(() -> Schema.update(c, true))
                    .isInstanceOfSatisfying(
                            SchemaException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NEWER));
        }
    }

    @Test
    void change_sets_of_other_programs_in_the_same_table_are_not_ours() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(
                    c,
                    "insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                            + " values ('a <b> & c', 'o''hara', 'db/changelog/é.sql', now(), 999, 'EXECUTED')");
            assertThat(Schema.status(c).state()).isEqualTo(State.CURRENT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"usine", "Usine d'été; 1"})
    void the_current_schema_is_used_whatever_its_name(String name) throws Exception {
        String quoted = '"' + name + '"';
        try (Connection c = Databases.empty()) {
            Databases.run(c, "create schema " + quoted, "set search_path = " + quoted);
            // A table of one of our names elsewhere is none of our business.
            Databases.run(c, "create table public.centre_usinage (id int)");

            Schema.update(c, false);

            assertThat(Schema.status(c).state()).isEqualTo(State.CURRENT);
            assertThat(Databases.rows(c, "select relname from pg_class where relnamespace = 'public'::regnamespace"))
                    .containsExactly("centre_usinage");
            assertThat(Databases.rows(c, "select current_schema(), time_zone from atelier_plant"))
                    .containsExactly(name + "|Europe/Paris");
        }
    }

    @Test
    void a_search_path_without_a_schema_is_told() throws Exception {
        try (Connection c = Databases.empty()) {
            Databases.run(c, "set search_path = nowhere");
            assertThatThrownBy(() -> Schema.update(c, false))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("nowhere");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_connection_comes_back_as_it_was(boolean autoCommit) throws Exception {
        try (Connection c = Databases.empty()) {
            Databases.run(c, "set search_path = 'public', pg_temp");
            c.setAutoCommit(autoCommit);
            String before = String.join("", Databases.rows(c, "show search_path"));

            Schema.status(c);
            Schema.update(c, false);
            Schema.pendingSql(c);

            assertThat(c.isClosed()).isFalse();
            assertThat(c.getAutoCommit()).isEqualTo(autoCommit);
            assertThat(Databases.rows(c, "show search_path")).containsExactly(before);
            assertThat(Databases.rows(c, "show lock_timeout")).containsExactly("0");
        }
    }

    @Test
    void an_update_in_the_middle_of_a_transaction_is_refused_and_the_transaction_lives() throws Exception {
        try (Connection c = Databases.empty()) {
            c.setAutoCommit(false);
            Databases.run(c, "create table mine (id int)");

            assertThatThrownBy(() -> Schema.update(c, false))
                    .isInstanceOfSatisfying(
                            SchemaException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNUSABLE_CONNECTION));

            c.commit();
            assertThat(Databases.rows(c, "select count(*) from mine")).containsExactly("0");
        }
    }

    @Test
    void a_migration_that_fails_changes_nothing_and_says_why() throws Exception {
        try (Connection c = Databases.empty()) {
            Databases.run(c, "create table other (id int)", "create index session_production_date_idx on other (id)");
            List<String> before = Databases.rows(c, EVERYTHING);

            assertThatThrownBy(() -> Schema.update(c, false))
                    .isInstanceOfSatisfying(
                            SchemaException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                    .hasMessageContaining("session_production_date_idx")
                    .hasMessageContaining("nothing was changed");

            assertThat(Databases.rows(c, EVERYTHING)).isEqualTo(before);
            Databases.run(c, "drop table other");
            Schema.update(c, false);
            assertThat(Schema.status(c).state()).isEqualTo(State.CURRENT);
        }
    }

    @Test
    void pending_sql_is_shown_and_not_run() throws Exception {
        try (Connection c = Databases.empty()) {
            assertThat(Schema.pendingSql(c)).contains("create table session_production", "databasechangelog");
            assertThat(Databases.rows(c, EVERYTHING)).isEmpty();
            Schema.update(c, false);
            assertThat(Schema.pendingSql(c)).isEmpty();
        }
    }

    @Test
    void nothing_is_printed() throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (Connection c = Databases.empty()) {
            System.setOut(new PrintStream(printed, true, UTF_8));
            Schema.pendingSql(c);
            Schema.update(c, false);
            Schema.update(c, false);
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(UTF_8)).isEmpty();
    }

    @Test
    void a_look_at_the_schema_is_one_query() throws Exception {
        List<String> calls = new ArrayList<>();
        try (Connection real = Databases.current()) {
            Connection counting = (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        calls.add(method.getName());
                        return method.invoke(real, arguments);
                    });
            Schema.status(counting);
        }
        assertThat(calls).containsExactlyInAnyOrder("prepareStatement", "createArrayOf");
    }
}
