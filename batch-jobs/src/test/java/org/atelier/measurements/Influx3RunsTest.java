package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;
import static org.atelier.measurements.Box.plain;
import static org.atelier.measurements.Box.row;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.atelier.fixtures.boxes.BoxTree;
import org.atelier.fixtures.influx.Influx3Server;
import org.atelier.fixtures.influx.InfluxServer;
import org.atelier.measurements.influx.InfluxSettings;
import org.atelier.measurements.influx.InfluxSettings.Dialect;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points that go to InfluxDB 3: chapter 15. */
class Influx3RunsTest {

    private static final String TAGS = "{campaign=essai, channel_id=M02009001_U1, channel_label=U1,"
            + " channel_name=Ph 1, channel_unit=V, device=MV2, device_master_sn=02009001, device_sn=02009001,"
            + " device_subtype=mono, device_type=master} value=";
    private static final List<String> TEN_TAGS = List.of(
            "campaign",
            "channel_id",
            "channel_label",
            "channel_name",
            "channel_unit",
            "device",
            "device_master_sn",
            "device_sn",
            "device_subtype",
            "device_type");

    @TempDir
    Path directory;

    private Boxes boxes;
    private Influx3Server server;

    @BeforeEach
    void open() throws Exception {
        boxes = new Boxes(directory);
        server = Influx3Server.start();
        boxes.influx(settings(server.token()));
    }

    @AfterEach
    void close() {
        boxes.close();
        server.close();
    }

    private InfluxSettings settings(String token) {
        return new InfluxSettings(URI.create(server.url()), new Secret(token), "", Dialect.AUTO, "powerview_meta");
    }

    private List<InfluxServer.Request> requests(String path) {
        return server.requests().stream()
                .filter(request -> request.path().equals(path))
                .toList();
    }

    @Test
    void a_company_is_a_database_whose_tables_are_made_before_the_first_point() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2), row(10, 231, -0.5)))
                .done();
        assertThat(server.databases()).containsExactly("durand", "powerview_meta");
        assertThat(server.tables("durand"))
                .isEqualTo(Map.of(
                        "electrical", TEN_TAGS,
                        "electrical_1h", TEN_TAGS,
                        "electrical_1d", TEN_TAGS,
                        "electrical_1w", TEN_TAGS));
        assertThat(server.points("durand"))
                .contains("electrical" + TAGS + "230.5 1773100800", "electrical" + TAGS + "231.0 1773101400");
        assertThat(boxes.rows("select points_distincts, points_influx from plan_fichier_mesure"))
                .containsExactly("4|4");
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
    }

    @Test
    void the_means_of_touched_windows_are_written_back_each_at_its_end() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230, 2), row(30, 232, 4), row(90, 240, 0)))
                .done();
        assertThat(server.points("durand"))
                .contains(
                        "electrical_1h" + TAGS + "231.0 1773104400",
                        "electrical_1h" + TAGS + "240.0 1773108000",
                        "electrical_1d" + TAGS + "234.0 1773187200",
                        "electrical_1w" + TAGS + "234.0 1773273600");
        boxes.later(Duration.ofMinutes(1))
                .file(FOLDER + "b.tsv", plain(row(45, 237, 0)))
                .done();
        assertThat(server.points("durand"))
                .contains("electrical_1h" + TAGS + "233.0 1773104400", "electrical_1d" + TAGS + "234.75 1773187200");
        assertThat(requests("/api/v3/configure/database").stream()
                        .filter(request -> request.method().equals("POST")))
                .hasSize(2);
    }

    @Test
    void both_sinks_have_the_same_values_of_a_tree() throws Exception {
        BoxTree.small().every(30).writeTo(boxes.data);
        boxes.done();
        for (String company : List.of("acme", "durand")) {
            assertThat(server.points(company).stream()
                            .filter(point -> point.startsWith("electrical{"))
                            .map(point -> point.replaceFirst(".*channel_id=([^,]+),.*} value", "$1")))
                    .containsExactlyInAnyOrderElementsOf(
                            boxes.rows("select channel_id || '=' || valeur || case when valeur = trunc(valeur)"
                                    + " then '.0' else '' end || ' ' || extract(epoch from horodatage)::bigint from v_mesure"
                                    + " where bucket = '" + company + "'"));
        }
    }

    @Test
    void what_is_told_of_runs_has_all_its_tags_whatever_came_first() throws Exception {
        boxes.file("durand/essai/a.tsv", plain(row(0, 230, 2))).run();
        boxes.later(Duration.ofMinutes(1))
                .file(FOLDER + "a.tsv", plain(row(0, 230, 2)))
                .done();
        assertThat(server.points("powerview_meta"))
                .anyMatch(point -> point.startsWith("tsv_parser_file{bucket=durand, campaign=essai,"
                        + " device_master_sn=02009001, file_name=a.tsv, status=success}"))
                .anyMatch(point -> point.startsWith("tsv_parser_heartbeat{}"));
    }

    /** All of a batch or nothing: the bad lines are found by halves. */
    @Test
    void lines_that_the_server_does_not_take_are_rejects_and_the_others_are_stored() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230, 2))).done();
        server.refuse("Ph 1");
        boxes.later(Duration.ofMinutes(1))
                .file(
                        FOLDER + "b.tsv",
                        plain(IntStream.range(1, 21)
                                .mapToObj(minute -> row(minute, 230.5, minute))
                                .toArray(String[]::new)))
                .done();
        assertThat(boxes.rows("select count(*), min(numero_ligne), max(numero_ligne), min(colonne), max(colonne)"
                        + " from ligne_rejetee where motif = 'REFUSED_BY_INFLUXDB'"))
                .containsExactly("20|3|22|1|1");
        assertThat(server.points("durand").stream().filter(point -> point.startsWith("electrical{")))
                .hasSize(22);
    }

    @Test
    void a_server_that_refuses_queries_has_the_points_and_the_file_is_loaded() throws Exception {
        server.refuseQueries(true);
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230, 2))).done();
        assertThat(server.points("durand")).hasSize(2);
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
        assertThat(boxes.rows("select points_influx from plan_fichier_mesure")).containsExactly("");
    }

    /** InfluxDB 3 Core has five databases. */
    @Test
    void a_company_too_many_is_refused_with_the_words_of_the_server_and_the_others_are_loaded() throws Exception {
        for (int company = 0; company < 6; company++) {
            boxes.file("company" + company + "/essai/02009001/a.tsv", plain(row(0, 230, 2)));
        }
        RunReport report = boxes.run();
        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(boxes.rows("select cause from fichier_source where cause is not null"))
                .singleElement()
                .asString()
                .contains("the database company5 cannot be made: 422", "would exceed limit of 5 databases");
    }

    @Test
    void a_token_that_is_refused_is_a_matter_of_configuration() throws Exception {
        boxes.influx(settings("sesame-open"));
        RunReport report = boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2))).run();
        assertThat(report.ending()).isEqualTo(RunEnding.CONFIGURATION);
        assertThat(report.cause()).contains("refuses the token (401)").doesNotContain("sesame");
    }
}
