package org.atelier.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import org.atelier.migrations.SchemaException.Reason;
import org.atelier.migrations.SchemaStatus.State;
import org.junit.jupiter.api.Test;

class AdoptionTest {

    private static final String[] EARLIER_SCRIPTS = {
        "create table centre_usinage (id serial primary key, nom varchar(100) not null)",
        "create table session_production (id serial primary key,"
                + " centre_usinage_id integer not null references centre_usinage (id), total_pieces integer)",
        "create index idx_session_centre on session_production (centre_usinage_id)",
        "create table piece_production (id serial primary key,"
                + " session_id integer references session_production (id) on delete cascade)",
        "create sequence batch_job_execution_seq",
        "create view v_session as select id from session_production",
        "insert into centre_usinage (nom) values ('DEM12'), ('SU12')",
        "insert into session_production (centre_usinage_id, total_pieces) values (1, 7), (2, 9)",
        "insert into piece_production (session_id) values (1), (1), (2)",
    };

    @Test
    void earlier_tables_stop_the_update_with_the_command_to_type() throws Exception {
        try (Connection c = earlierDatabase()) {
            assertThat(Schema.status(c).state()).isEqualTo(State.FOREIGN);
            assertThat(Schema.status(c).foreignTables())
                    .containsExactly(
                            "batch_job_execution_seq",
                            "centre_usinage",
                            "piece_production",
                            "session_production",
                            "v_session");

            assertRefused(c, false, Reason.FOREIGN_TABLES, "atelier db update --adopt");
            assertThatThrownBy(() -> Schema.pendingSql(c)).hasMessageContaining("centre_usinage");
            assertThat(Databases.rows(c, "select count(*) from piece_production"))
                    .containsExactly("3");
        }
    }

    @Test
    void adoption_moves_them_with_data_indexes_keys_and_sequences() throws Exception {
        try (Connection c = earlierDatabase()) {
            Schema.update(c, true);

            assertThat(Schema.status(c).state()).isEqualTo(State.CURRENT);
            assertThat(Databases.rows(
                            c,
                            "select nom, total_pieces from ancien.session_production s"
                                    + " join ancien.centre_usinage c on c.id = s.centre_usinage_id order by 1"))
                    .containsExactly("DEM12|7", "SU12|9");
            assertThat(Databases.rows(
                            c,
                            "select relname from pg_class where relkind in ('i', 'S')"
                                    + " and relnamespace = 'ancien'::regnamespace order by 1"))
                    .contains("idx_session_centre", "centre_usinage_id_seq", "centre_usinage_pkey");
            assertThat(Databases.rows(c, "insert into ancien.centre_usinage (nom) values ('DEMALU') returning id"))
                    .containsExactly("3");
            Databases.run(c, "delete from ancien.session_production where id = 1");
            assertThat(Databases.rows(c, "select session_id from ancien.piece_production"))
                    .containsExactly("2");
            assertThat(Databases.rows(c, "select * from ancien.v_session")).containsExactly("2");
            assertThat(Databases.rows(c, "select count(*) from centre_usinage")).containsExactly("0");
        }
    }

    @Test
    void adoption_changes_nothing_when_the_place_is_taken() throws Exception {
        try (Connection c = earlierDatabase()) {
            Databases.run(c, "create schema ancien", "create table ancien.session_production (id int)");

            assertRefused(c, true, Reason.CANNOT_ADOPT, "already holds session_production");

            assertThat(Databases.rows(c, "select count(*) from public.centre_usinage"))
                    .containsExactly("2");
            assertThat(Databases.rows(c, "select to_regclass('ancien.centre_usinage')"))
                    .containsExactly("");
        }
    }

    @Test
    void adoption_is_undone_when_the_migration_after_it_fails() throws Exception {
        try (Connection c = earlierDatabase()) {
            Databases.run(c, "create table other (id int)", "create index session_production_date_idx on other (id)");

            assertRefused(c, true, Reason.FAILED, "nothing was changed");

            assertThat(Databases.rows(c, "select count(*) from public.centre_usinage"))
                    .containsExactly("2");
            assertThat(Databases.rows(c, "select to_regnamespace('ancien')")).containsExactly("");
        }
    }

    @Test
    void adoption_takes_the_current_schema_not_public() throws Exception {
        try (Connection c = Databases.empty()) {
            Databases.run(c, EARLIER_SCRIPTS);
            Databases.run(c, "create schema usine", "set search_path = usine");
            Databases.run(c, EARLIER_SCRIPTS);

            Schema.update(c, true);

            assertThat(Databases.rows(c, "select count(*) from ancien.piece_production"))
                    .containsExactly("3");
            assertThat(Databases.rows(c, "select count(*) from public.piece_production"))
                    .containsExactly("3");
            assertThat(Databases.rows(c, "select count(*) from piece_production"))
                    .containsExactly("0");
        }
    }

    @Test
    void tables_in_ancien_cannot_be_moved_to_ancien() throws Exception {
        try (Connection c = Databases.empty()) {
            Databases.run(c, "create schema ancien", "set search_path = ancien");
            Databases.run(c, EARLIER_SCRIPTS);
            assertRefused(c, true, Reason.CANNOT_ADOPT, "ancien");
        }
    }

    @Test
    void a_table_that_a_later_release_would_create_is_foreign_in_a_database_of_ours_too() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(
                    c,
                    "delete from databasechangelog where id = 'ligne_rejetee'",
                    "alter table ligne_rejetee rename column motif to reason");
            assertThat(Schema.status(c))
                    .extracting(SchemaStatus::state, SchemaStatus::foreignTables)
                    .containsExactly(State.FOREIGN, List.of("ligne_rejetee"));

            Schema.update(c, true);

            assertThat(Schema.status(c).state()).isEqualTo(State.CURRENT);
            assertThat(Databases.rows(c, "select reason from ancien.ligne_rejetee"))
                    .isEmpty();
        }
    }

    private static Connection earlierDatabase() throws Exception {
        Connection connection = Databases.empty();
        Databases.run(connection, EARLIER_SCRIPTS);
        return connection;
    }

    private static void assertRefused(Connection c, boolean adopt, Reason reason, String text) {
        assertThatThrownBy(() -> Schema.update(c, adopt))
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(text);
    }
}
