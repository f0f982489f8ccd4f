package org.atelier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.atelier.accounts.Role;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists and their rows, on what jobs would have stored. */
class ListingsTest {

    private static final RunningApi API = RunningApi.shared();
    private static final ApiClient READER = API.as("listings-reader", Role.READER);
    private static final ApiClient OPERATOR = API.as("listings-operator", Role.OPERATOR);

    @BeforeAll
    static void rows() {
        API.part(Jdbi.class).useHandle(handle -> handle.createScript("""
                insert into centre_usinage (id, nom, type_cu) values (901, 'LIST1', 'PVC'), (902, 'LIST2', 'ALU');
                insert into session_production (id, centre_usinage_id, date_production, total_pieces, taux_occupation,
                                                empreinte)
                select 90000 + i, 901 + i % 2, date '2024-01-01' + i, i, 12.5, sha256('x'::bytea)
                  from generate_series(1, 250) i;
                insert into periode_attente (session_id, timestamp_debut, timestamp_fin, duree_secondes)
                values (90001, '2024-01-02 08:00', '2024-01-02 08:00:01.5', 1.5);
                insert into commandes_volets_roulants (id, numero_commande, status, coffre)
                values (900, '4711', 'geplant', '=1+1;"x"'), (901, '4712', 'geplant', null);
                insert into commandes_volets (id_commande, numero_commande, affaire) values ('K/9', 4711, 'Été');
                insert into campagne (id, bucket, nom) values (901, 'list-acme', 'été'), (902, 'list-other', 'été');
                insert into appareil (id, numero_serie, vu_le) values (901, '02990001', now());
                insert into voie (id, campagne_id, appareil_maitre_id, appareil_id, channel_id, channel_label,
                                  channel_name, channel_unit, device_type, vue_la_premiere_fois, vue_la_derniere_fois)
                select i, i, 901, 901, 'M02990001_U1', 'U1', 'Ph 1', 'V', 'master', now(), now()
                  from generate_series(901, 902) i;
                insert into fichier_source (id, job, source, chemin, etat, tentatives, date_premiere_vue)
                values (901, 'machine-logs', 'file:///x', 'LIST1/a.LOG', 'loaded', 0, now());
                insert into ligne_rejetee (fichier_id, numero_ligne, decalage_octets, motif, contenu, date_creation)
                values (901, 3, 40, 'BAD_TIMESTAMP', 'x', now());
                """).execute());
    }

    private static List<Integer> pieces(JsonNode rows) {
        List<Integer> pieces = new ArrayList<>();
        rows.forEach(row -> pieces.add(row.get("total_pieces").asInt()));
        return pieces;
    }

    @Test
    void a_row_has_the_columns_of_its_table_and_a_tag() {
        Answer answer = READER.get("/sessions/90001");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        JsonNode row = answer.json();
        assertThat(row.get("id").asInt()).isEqualTo(90001);
        assertThat(row.get("centre").asString()).isEqualTo("LIST2");
        assertThat(row.get("date_production").asString()).isEqualTo("2024-01-02");
        assertThat(row.get("taux_occupation").asDouble()).isEqualTo(12.5);
        assertThat(row.get("evenements").isObject()).isTrue();
        assertThat(row.get("heure_premiere_piece").isNull()).isTrue();
        assertThat(row.has("empreinte")).isFalse();
        assertThat(READER.get("/sessions/90001", "If-None-Match", answer.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sessions/1",
                "/sessions/x",
                "/sessions/99999999999999999999",
                "/sessions/1/jobs",
                "/sessions/x/pieces",
                "/commandes-volets/0",
                "/commandes-accessoires/none",
                "/companies/none/campaigns",
                "/buckets/none/channels",
                "/nothing"
            })
    void what_is_not_there_is_not_found(String path) {
        Answer answer = READER.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void a_list_is_filtered_sorted_and_counted() {
        Answer answer = READER.get("/sessions/?centre_id=901&type_cu=PVC&date_from=2024-01-10&date_to=2024-01-20"
                + "&sort=total_pieces&limit=3&total=true");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(pieces(answer.json())).containsExactly(10, 12, 14);
        assertThat(answer.header("X-Total-Count")).isEqualTo("5");
        String next = answer.header("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
        Answer more = READER.get(next);
        assertThat(pieces(more.json())).containsExactly(16, 18);
        assertThat(more.header("Link")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/sessions?sort=empreinte, sort",
        "/sessions?centre_id=x, centre_id",
        "/sessions?date_from=01/02/2024, date_from",
        "/sessions?date_from=99999-01-01, date_from",
        "/sessions?limit=1001, limit",
        "/sessions?skip=-1, skip",
        "/sessions?after=AAAA, after",
        "/sessions?nonsense=1, nonsense",
        "/sessions?centre_id=901&centre_id=902, centre_id",
        "/sessions?dialect=excel-fr, dialect",
        "/pieces-production?time_from=2024-01-01, time_from",
        "/commandes-volets?status=%00, status",
    })
    void a_parameter_that_cannot_be_is_told(String path, String field) {
        Answer answer = READER.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    /** Rows come and go between pages; what stood still is seen once. */
    @ParameterizedTest
    @ValueSource(
            strings = {"date_production", "-date_production", "id", "-id", "-centre_usinage_id", "taux_occupation"})
    void pages_by_cursor_skip_and_repeat_nothing_that_stood_still(String sort) {
        Jdbi jdbi = API.part(Jdbi.class);
        List<Integer> seen = new ArrayList<>();
        String path = "/sessions?date_from=2024-01-01&date_to=2024-12-31&limit=37&sort=" + sort;
        int page = 0;
        while (!path.isEmpty()) {
            Answer answer = READER.get(path);
            seen.addAll(pieces(answer.json()));
            path = answer.header("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
            int number = ++page;
            jdbi.useHandle(handle -> {
                handle.execute("delete from session_production where total_pieces = 10000");
                handle.execute(
                        "insert into session_production (centre_usinage_id, date_production, total_pieces, taux_occupation)"
                                + " values (901, date '2024-01-01' + ?, 10000, ?)",
                        260 + number,
                        number);
            });
        }
        seen.removeIf(pieces -> pieces == 10_000);
        assertThat(seen).hasSize(250).doesNotHaveDuplicates();
        jdbi.useHandle(handle -> handle.execute("delete from session_production where total_pieces = 10000"));
    }

    @Test
    void parts_of_a_session_are_lists_of_their_own() {
        assertThat(READER.get("/sessions/90001/attentes")
                        .json()
                        .get(0)
                        .get("duree_secondes")
                        .asDouble())
                .isEqualTo(1.5);
        assertThat(READER.get("/sessions/90001/jobs/").body().strip()).isEqualTo("[]");
    }

    @Test
    void orders_are_found_by_number_status_and_key() {
        assertThat(READER.get("/commandes-volets/by-numero/4711").json()).hasSize(1);
        assertThat(READER.get("/commandes-volets/by-status/geplant").json()).hasSize(2);
        assertThat(READER.get("/commandes-accessoires?numero_commande=4711")
                        .json()
                        .get(0)
                        .get("affaire")
                        .asString())
                .isEqualTo("Été");
    }

    @Test
    void a_list_as_csv_is_all_of_it_with_every_column() {
        Answer answer = READER.get("/sessions?date_from=2024-01-01&date_to=2024-12-31", "Accept", "text/csv");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(251);
        assertThat(lines.get(0))
                .startsWith("id,centre_usinage_id,date_production,")
                .doesNotContain("empreinte");
        assertThat(READER.get("/sessions?limit=5", "Accept", "text/csv").body().lines())
                .hasSize(6);
    }

    @Test
    void a_french_excel_opens_it_and_no_cell_is_a_formula() {
        Answer answer = READER.get(
                "/commandes-volets?status=geplant&sort=numero_commande&dialect=excel-fr", "Accept", "text/csv");
        assertThat(answer.body()).startsWith("\uFEFFid;numero_commande;");
        assertThat(answer.body()).contains("\"'=1+1;\"\"x\"\"\"");
        assertThat(READER.get("/sessions?limit=1&dialect=excel-fr", "Accept", "text/csv")
                        .body())
                .contains(";12,50;");
    }

    @Test
    void a_value_in_a_csv_filter_is_data() {
        assertThat(READER.get("/commandes-volets?status=%27%3B%20drop%20table%20x%20--", "Accept", "text/csv")
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(READER.get("/commandes-volets?status=%27%3B%20drop%20table%20x%20--")
                        .body()
                        .strip())
                .isEqualTo("[]");
    }

    @Test
    void an_account_of_a_company_sees_its_measurements_and_no_others() {
        long id = API.account("listings-bound", Role.READER);
        API.part(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "insert into utilisateur_bucket (utilisateur_id, bucket) values (?, 'list-acme')", id));
        ApiClient bound = API.loggedIn("listings-bound");
        assertThat(bound.get("/companies").json()).hasSize(1);
        assertThat(bound.get("/channels").json()).hasSize(1);
        assertThat(bound.get("/devices", "Accept", "text/csv").body().lines()).hasSize(2);
        assertThat(bound.get("/channels/902").status()).isEqualTo(404);
        assertThat(bound.get("/buckets/list-other/channels").json()).isEmpty();
        assertThat(bound.get("/sessions").status()).isEqualTo(403);
        assertThat(READER.get("/channels?campaign=%C3%A9t%C3%A9").json()).hasSize(2);
    }

    @Test
    void a_timeline_has_every_instant_once() {
        API.part(Jdbi.class).useHandle(handle -> handle.createScript("""
                update session_production set heure_premiere_piece = '2024-01-03 08:00',
                       heure_derniere_piece = '2024-01-03 09:00' where id = 90002;
                insert into periode_attente (session_id, timestamp_debut, timestamp_fin, duree_secondes)
                values (90002, '2024-01-03 08:10', '2024-01-03 08:30', 1200);
                insert into periode_arret (session_id, timestamp_debut, timestamp_fin, duree_secondes)
                values (90002, '2024-01-03 08:20', '2024-01-03 08:40', 1200);
                """).execute());
        List<String> parts = new ArrayList<>();
        READER.get("/sessions/90002/timeline")
                .json()
                .forEach(part -> parts.add(
                        part.get("etat").asString() + " " + part.get("secondes").asInt()));
        assertThat(parts).containsExactly("production 600", "attente 600", "arret 600", "arret 600", "production 1200");
    }

    @Test
    void measurements_are_points_or_means_as_the_range_has_it() {
        API.part(Jdbi.class).useHandle(handle -> handle.createScript("""
                create table mesure_electrique_2024_01 partition of mesure_electrique
                   for values from ('2024-01-01T00:00Z') to ('2024-02-01T00:00Z');
                insert into mesure_electrique (voie_id, horodatage, valeur)
                select 901, timestamptz '2024-01-01T00:00Z' + i * interval '10 minutes', i from generate_series(0, 20) i;
                insert into mesure_horaire (voie_id, fenetre, moyenne, minimum, maximum, nombre)
                values (901, '2024-01-01T00:00Z', 2.5, 0, 5, 6);
                """).execute());
        String of = "/measurements?bucket=list-acme&channel_id=M02990001_U1&from=2024-01-01T00:00:00Z&to=";
        assertThat(READER.get(of + "2024-01-02T00:00:00Z&limit=7").json()).hasSize(7);
        JsonNode hours = READER.get(of + "2024-02-01T00:00:00Z").json();
        assertThat(hours).hasSize(1);
        assertThat(hours.get(0).get("nombre").asInt()).isEqualTo(6);
        assertThat(READER.get(of + "2024-02-01T00:00:00Z&level=raw").json()).hasSize(21);
        assertThat(READER.get(of + "2024-02-01T00:00:00Z&level=2h").status()).isEqualTo(422);
        assertThat(READER.get("/sessions?level=raw").status()).isEqualTo(422);
        String next = READER.get(of + "2024-01-02T00:00:00Z&limit=20")
                .header("Link")
                .replaceFirst("<(.*)>; rel=\"next\"", "$1");
        assertThat(READER.get(next).json()).hasSize(1);
    }

    @Test
    void sums_are_of_days_weeks_months_centres_and_types() {
        JsonNode months = READER.get("/stats/production?by=month&date_from=2024-01-01&date_to=2024-02-29&centre_id=901")
                .json();
        assertThat(months).hasSize(2);
        assertThat(months.get(0).get("month").asString()).isEqualTo("2024-01-01");
        assertThat(months.get(0).get("total_pieces").asInt()).isEqualTo(240);
        assertThat(READER.get("/stats/production?by=type&type_cu=PVC").json()).hasSize(1);
        assertThat(READER.get("/stats/production?by=year").status()).isEqualTo(422);
        assertThat(READER.get("/stats/production?date_from=x").status()).isEqualTo(422);
        assertThat(READER.get("/stats/centres").json()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void files_and_rejects_are_for_operators() {
        assertThat(READER.get("/files").status()).isEqualTo(403);
        assertThat(OPERATOR.get("/files?job=machine-logs&chemin=LIST1%2Fa.LOG").json())
                .hasSize(1);
        assertThat(OPERATOR.get("/rejects?motif=BAD_TIMESTAMP")
                        .json()
                        .get(0)
                        .get("numero_ligne")
                        .asInt())
                .isEqualTo(3);
    }
}
