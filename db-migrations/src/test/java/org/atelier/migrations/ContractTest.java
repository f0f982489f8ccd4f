package org.atelier.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final String COLUMNS = """
            select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || case when a.attnotnull then '!' else '' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
            """;

    @Test
    void the_columns_of_the_contract_are_there_with_their_types() throws Exception {
        try (Connection c = Databases.current();
                InputStream in = ContractTest.class.getResourceAsStream("contract-columns.txt")) {
            assertThat(in).isNotNull();
            List<String> contract = new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(Databases.rows(c, COLUMNS)).containsAll(contract);
        }
    }

    @Test
    void one_session_a_centre_and_day_one_centre_a_code_one_ledger_row_a_file() throws Exception {
        try (Connection c = withSession()) {
            assertRefused(c, "insert into centre_usinage (nom) values ('DEM12')", "centre_usinage_nom_key");
            assertRefused(
                    c,
                    "insert into session_production (centre_usinage_id, date_production) values (1, '2025-05-28')",
                    "session_production_centre_jour_key");
            assertRefused(
                    c,
                    "insert into fichier_source (job, source, centre_usinage_id, chemin)"
                            + " values ('machine-logs', 's', 1, 'DEM12/x.LOG')",
                    "fichier_source_source_chemin_key");
        }
    }

    @Test
    void a_session_takes_its_details_along() throws Exception {
        try (Connection c = withSession()) {
            Databases.run(c, "delete from session_production");
            for (String table :
                    List.of("job_profil", "periode_attente", "periode_arret", "piece_production", "session_fichier")) {
                assertThat(Databases.rows(c, "select count(*) from " + table))
                        .as(table)
                        .containsExactly("0");
            }
            assertThat(Databases.rows(c, "select count(*) from fichier_source")).containsExactly("1");
            assertThat(Databases.rows(c, "select count(*) from ligne_rejetee")).containsExactly("1");
        }
    }

    @Test
    void a_file_takes_its_rejects_and_links_along() throws Exception {
        try (Connection c = withSession()) {
            Databases.run(c, "delete from fichier_source");
            assertThat(Databases.rows(c, "select count(*) from ligne_rejetee")).containsExactly("0");
            assertThat(Databases.rows(c, "select count(*) from session_fichier"))
                    .containsExactly("0");
            assertThat(Databases.rows(c, "select count(*) from session_production"))
                    .containsExactly("1");
        }
    }

    @Test
    void session_ids_can_be_taken_ahead() throws Exception {
        try (Connection c = withSession()) {
            assertThat(Databases.rows(
                            c,
                            "select nextval(pg_get_serial_sequence('session_production', 'id'))"
                                    + " from generate_series(1, 3)"))
                    .containsExactly("2", "3", "4");
        }
    }

    @Test
    void rates_beyond_their_range_and_unknown_zones_are_refused() throws Exception {
        try (Connection c = withSession()) {
            assertRefused(c, "update session_production set taux_attente = 100.01", "taux_attente");
            assertRefused(c, "update session_production set origine = 'sql'", "origine");
            assertRefused(c, "update atelier_plant set time_zone = 'Europe/Atlantis'", "Europe/Atlantis");
            assertRefused(c, "insert into atelier_plant (id) values (false)", "atelier_plant");
        }
    }

    private static Connection withSession() throws Exception {
        Connection connection = Databases.current();
        Databases.run(
                connection,
                "insert into centre_usinage (nom) values ('DEM12')",
                "insert into session_production (centre_usinage_id, date_production) values (1, '2025-05-28')",
                "insert into fichier_source (job, source, centre_usinage_id, chemin)"
                        + " values ('machine-logs', 's', 1, 'DEM12/x.LOG')",
                "insert into session_fichier values (1, 1, 1)",
                "insert into ligne_rejetee (fichier_id, numero_ligne, decalage_octets, motif) values (1, 1, 0, 'X')",
                "insert into job_profil (session_id, reference, longueur, timestamp_debut) values (1, 'R', 1, now())",
                "insert into periode_attente (session_id, timestamp_debut, timestamp_fin, duree_secondes)"
                        + " values (1, now(), now(), 0.123456789)",
                "insert into periode_arret (session_id, timestamp_debut, timestamp_fin, duree_secondes)"
                        + " values (1, now(), now(), 1)",
                "insert into piece_production (session_id, numero_piece, timestamp_production) values (1, 1, now())");
        return connection;
    }

    private static void assertRefused(Connection c, String sql, String why) {
        assertThatThrownBy(() -> Databases.run(c, sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }
}
