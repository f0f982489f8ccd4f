package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;
import static org.atelier.measurements.Box.plain;
import static org.atelier.measurements.Box.row;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.atelier.fixtures.boxes.BoxTree;
import org.atelier.fixtures.influx.InfluxServer;
import org.atelier.measurements.MeasurementsSettings.Sink;
import org.atelier.measurements.influx.InfluxSettings;
import org.atelier.measurements.influx.InfluxSettings.Dialect;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.atelier.settings.Secret;
import org.atelier.transfer.RemoteRetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points that go to InfluxDB. */
class InfluxRunsTest {

    private static final String SERIES = "electrical{campaign=essai, channel_id=M02009001_U1, channel_label=U1,"
            + " channel_name=Ph 1, channel_unit=V, device=MV2, device_master_sn=02009001, device_sn=02009001,"
            + " device_subtype=mono, device_type=master} M02009001_U1_V=";

    @TempDir
    Path directory;

    private Boxes boxes;
    private InfluxServer server;

    @BeforeEach
    void open() throws Exception {
        boxes = new Boxes(directory);
        server = InfluxServer.start();
        boxes.influx(settings(server.token(), Dialect.AUTO));
    }

    @AfterEach
    void close() {
        boxes.close();
        server.close();
    }

    private InfluxSettings settings(String token, Dialect dialect) {
        return new InfluxSettings(
                URI.create(server.url() + "/"), new Secret(token), InfluxServer.ORG, dialect, "powerview_meta");
    }

    private long requests(String method, String path) {
        return server.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().equals(path))
                .count();
    }

    private long writesTo(String bucket) {
        return server.requests().stream()
                .filter(request -> request.path().equals("/api/v2/write")
                        && bucket.equals(request.query().get("bucket")))
                .count();
    }

    /** R-T8, R-T9, R-T18, R-T19, R-A3 */
    @Test
    void rt18_rt19_a_file_is_one_write_to_the_bucket_of_its_company_which_is_made_once() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2), row(10, 231, -0.5)))
                .done();
        boxes.file(FOLDER + "b.tsv", plain(row(20, 230.5, 2))).done();

        assertThat(server.buckets()).containsExactly("durand", "durand_1d", "durand_1h", "durand_1w", "powerview_meta");
        assertThat(server.points("durand"))
                .hasSize(6)
                .contains(SERIES + "230.5 1773100800", SERIES + "231.0 1773101400", SERIES + "230.5 1773102000");
        assertThat(requests("POST", "/api/v2/buckets")).isEqualTo(5);
        assertThat(writesTo("durand")).isEqualTo(2);
        assertThat(boxes.files()).contains(FOLDER + "parsed/a.tsv", FOLDER + "parsed/b.tsv");
    }

    @Test
    void both_sinks_have_the_same_points_of_a_tree_and_a_repeat_changes_neither() throws Exception {
        BoxTree.small().every(30).repeating(1).writeTo(boxes.data);
        boxes.done();
        for (String company : List.of("acme", "durand")) {
            List<String> there = server.points(company);
            assertThat(there)
                    .hasSize(Integer.parseInt(
                            boxes.rows("select count(*) from v_mesure where bucket = '" + company + "'")
                                    .get(0)));
            assertThat(there.stream().map(point -> point.replaceFirst(".*} ", "")))
                    .containsExactlyInAnyOrderElementsOf(boxes.rows(
                            "select channel_id || '_' || channel_unit || '=' || valeur || case when valeur = trunc(valeur)"
                                    + " then '.0' else '' end || ' ' || extract(epoch from horodatage)::bigint from v_mesure"
                                    + " where bucket = '" + company + "'"));
        }
    }

    /** L16, chapter 15: only InfluxDB. */
    @Test
    void points_may_go_to_influxdb_alone() throws Exception {
        boxes.sinks(Sink.INFLUXDB);
        RunSummary summary = boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2), row(10, 231, 3)))
                .done();
        assertThat(summary.figure("points", "distinct")).isEqualTo(4);
        assertThat(server.points("durand")).hasSize(4);
        assertThat(boxes.rows("select count(*) from mesure_electrique")).containsExactly("0");
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
    }

    /** A bad file makes no bucket: 5.1. */
    @Test
    void a_file_that_is_refused_makes_no_bucket() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain()).run();
        assertThat(server.buckets()).containsExactly("powerview_meta");
    }

    /** R-T23, L2 */
    @Test
    void rt23_a_server_that_does_not_answer_before_the_first_file_ends_the_run_and_nothing_is_touched()
            throws Exception {
        server.trouble().always(503);
        RunReport report = boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2))).run();
        assertThat(report.ending()).isEqualTo(RunEnding.UNREACHABLE);
        assertThat(report.cause()).contains("InfluxDB at " + server.url() + " is unavailable: it answers 503");
        assertThat(boxes.files()).containsExactly(FOLDER + "a.tsv");
        assertThat(boxes.rows("select count(*) from fichier_source")).containsExactly("0");
    }

    /** R-T21, R-T22, L2: an outage defers every file, however long, and loses none. */
    @Test
    void rt22_an_outage_during_the_run_defers_files_and_the_next_run_takes_them() throws Exception {
        for (int file = 0; file < 3; file++) {
            boxes.file(FOLDER + file + ".tsv", plain(row(file, 230.5, 2)));
        }
        for (int run = 0; run < 7; run++) {
            server.trouble().status(1, 502, null);
            RunReport report = boxes.run();
            assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        }
        assertThat(boxes.files()).containsExactly(FOLDER + "0.tsv", FOLDER + "1.tsv", FOLDER + "2.tsv");
        assertThat(boxes.rows("select distinct etat, cause from fichier_source"))
                .containsExactly("seen|deferred: InfluxDB at " + server.url() + " is unavailable: it answers 502");
        assertThat(boxes.rows("select count(*) from mesure_electrique")).containsExactly("0");
        // Once it is gone it is not asked again in that run.
        assertThat(writesTo("durand")).isEqualTo(7);

        boxes.done();
        assertThat(server.points("durand")).hasSize(6);
        assertThat(boxes.files())
                .containsExactly(FOLDER + "parsed/0.tsv", FOLDER + "parsed/1.tsv", FOLDER + "parsed/2.tsv");
    }

    @Test
    void what_may_pass_is_tried_again_and_an_answer_that_was_lost_changes_nothing() throws Exception {
        boxes.retry(new RemoteRetry(5, Duration.ofMillis(1)));
        server.trouble().status(1, 429, "0").status(1, 503, null).cut(1).loseAnswers(1);
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2), row(10, 231, 3))).done();
        assertThat(server.points("durand")).hasSize(4);
        assertThat(writesTo("durand")).isEqualTo(5);
    }

    /** R-T21: HTTP 400 is no outage. */
    @Test
    void lines_that_the_server_does_not_take_are_rejects_with_their_place_and_the_others_are_stored() throws Exception {
        server.bucket("durand").write("durand", "electrical M02009001_U1_V=\"no number\" 1");
        boxes.file(
                        FOLDER + "a.tsv",
                        plain(IntStream.range(0, 40)
                                .mapToObj(minute -> row(minute, 230.5, minute))
                                .toArray(String[]::new)))
                .done();
        assertThat(server.points("durand")).hasSize(41);
        assertThat(boxes.rows("select count(*), min(numero_ligne), max(numero_ligne), min(colonne), max(colonne)"
                        + " from ligne_rejetee where motif = 'REFUSED_BY_INFLUXDB'"))
                .containsExactly("40|3|42|1|1");
        assertThat(boxes.rows("select contenu from ligne_rejetee order by numero_ligne limit 1"))
                .singleElement()
                .asString()
                .startsWith("electrical,campaign=essai,")
                .endsWith(" M02009001_U1_V=230.5 1773100800");
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
    }

    @Test
    void a_file_whose_points_are_refused_by_the_hundred_is_refused_as_a_whole() throws Exception {
        server.bucket("durand").write("durand", "electrical M02009001_U1_V=\"no number\" 1");
        RunReport report = boxes.file(
                        FOLDER + "a.tsv",
                        plain(IntStream.range(0, 150)
                                .mapToObj(minute -> row(minute, 230.5, minute))
                                .toArray(String[]::new)))
                .run();
        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(boxes.rows("select cause from fichier_source"))
                .singleElement()
                .asString()
                .contains("InfluxDB refuses more than 100 points", "field type conflict");
        assertThat(boxes.files()).containsExactly(FOLDER + "error/a.tsv");
        assertThat(boxes.rows("select count(*) from mesure_electrique")).containsExactly("0");
    }

    @Test
    void a_batch_that_is_too_large_is_halved() throws Exception {
        server.atMost(7);
        boxes.file(
                        FOLDER + "a.tsv",
                        plain(IntStream.range(0, 40)
                                .mapToObj(minute -> row(minute, 230.5, minute))
                                .toArray(String[]::new)))
                .done();
        assertThat(server.points("durand")).hasSize(80);
    }

    @Test
    void a_token_that_is_refused_is_a_matter_of_configuration_and_never_shown() throws Exception {
        boxes.influx(settings("sesame-open", Dialect.INFLUXDB2));
        RunReport report = boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2))).run();
        assertThat(report.ending()).isEqualTo(RunEnding.CONFIGURATION);
        assertThat(report.cause())
                .contains("refuses the token (401)", "atelier.measurements.influx.token")
                .doesNotContain("sesame");
        assertThat(boxes.files()).containsExactly(FOLDER + "a.tsv");
    }

    /** Five thousand lines a request, in the order of the file. */
    @Test
    void a_large_file_goes_in_batches() throws Exception {
        boxes.file(
                        FOLDER + "a.tsv",
                        plain(IntStream.range(0, 1_439)
                                .boxed()
                                .flatMap(minute -> IntStream.range(0, 5).mapToObj(i -> row(minute, i, minute)))
                                .toArray(String[]::new)))
                .done();
        assertThat(server.requests().stream()
                        .filter(request -> "durand".equals(request.query().get("bucket"))
                                && request.path().equals("/api/v2/write"))
                        .map(InfluxServer.Request::lines))
                .containsExactly(5_000, 5_000, 4_390);
        assertThat(server.points("durand")).hasSize(2_878).contains(SERIES + "4.0 1773100800");
    }

    /** 5.3, L11, L30: means of the windows that a file touched, each at its end; weeks from Thursday. */
    @Test
    void l11_the_means_of_touched_windows_are_made_anew_with_all_tags() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230, 2), row(30, 232, 4), row(90, 240, 0)))
                .done();
        assertThat(server.points("durand_1h")).contains(SERIES + "231.0 1773104400", SERIES + "240.0 1773108000");
        assertThat(server.points("durand_1d"))
                .contains(SERIES + "234.0 1773187200")
                .hasSize(2);
        // Thursday, 12 March 2026.
        assertThat(server.points("durand_1w"))
                .contains(SERIES + "234.0 1773273600")
                .hasSize(2);

        boxes.later(Duration.ofMinutes(1))
                .file(FOLDER + "b.tsv", plain(row(45, 237, 0)))
                .done();
        assertThat(server.points("durand_1h")).contains(SERIES + "233.0 1773104400", SERIES + "240.0 1773108000");
        assertThat(server.points("durand_1d")).contains(SERIES + "234.75 1773187200");
    }

    /** 4.5, L17, L18, L28: the file's own serial counts, the last second too, and a repeated time once. */
    @Test
    void l18_the_report_says_how_many_points_are_there() throws Exception {
        boxes.file("durand/essai/wrong-folder/a.tsv", plain(row(0, 230, 2), row(30, 232, 4), row(30, 233, 4)))
                .done();
        assertThat(boxes.rows("select points_distincts, points_influx from plan_fichier_mesure"))
                .containsExactly("4|4");
    }

    /** L36 */
    @Test
    void l36_names_are_data_in_every_query() throws Exception {
        String odd = "l'atelier \"D\" ${1+1}, a=b";
        boxes.file(odd + "/" + odd + "/02009001/a.tsv", plain(row(0, 230, 2))).done();
        assertThat(server.points(odd))
                .hasSize(2)
                .allSatisfy(point -> assertThat(point).contains("campaign=" + odd));
        assertThat(server.points(odd + "_1w")).hasSize(2);
        assertThat(boxes.rows("select points_influx from plan_fichier_mesure")).containsExactly("2");
    }

    /** R-A3, R-A7, L32: the names and types that dashboards and alarms of earlier installations know. */
    @Test
    void ra3_every_run_is_told_in_the_meta_bucket_and_one_without_files_has_a_heartbeat() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2), "31/04/26 10:00:00|1|x"))
                .file(FOLDER + "b.tsv", plain())
                .run();
        assertThat(told("tsv_parser_run"))
                .containsExactlyInAnyOrder(
                        "{status=partial_failure} nb_files_total=2",
                        "{status=partial_failure} nb_files_success=1",
                        "{status=partial_failure} nb_files_failed=1",
                        "{status=partial_failure} nb_files_deferred=0",
                        "{status=partial_failure} nb_points_total=2",
                        "{status=partial_failure} base_folder=" + boxes.data);
        String good = "{bucket=durand, campaign=essai, device_master_sn=02009001, file_name=a.tsv, status=success} ";
        assertThat(told("tsv_parser_file"))
                .contains(
                        good + "nb_rows=2",
                        good + "nb_channels=2",
                        good + "nb_points=2",
                        good + "nb_invalid_timestamps=1",
                        "{bucket=durand, campaign=essai, device_master_sn=02009001, file_name=b.tsv, status=error}"
                                + " error=NO_DATA_ROW: The file has no data row.");
        assertThat(told("tsv_parser_heartbeat")).containsExactly("{} nb_files_total=2");

        boxes.later(Duration.ofMinutes(5)).done();
        assertThat(told("tsv_parser_heartbeat"))
                .containsExactlyInAnyOrder("{} nb_files_total=2", "{} nb_files_total=0");
        assertThat(told("tsv_parser_run")).hasSize(6);
    }

    /** The points of a measurement of the meta bucket, without their times and how long it took. */
    private List<String> told(String measurement) {
        return server.points("powerview_meta").stream()
                .filter(point -> point.startsWith(measurement) && !point.contains("duration_s"))
                .map(point -> point.substring(measurement.length()).replaceFirst(" \\d+$", ""))
                .toList();
    }

    @Test
    void a_meta_bucket_that_cannot_be_written_is_only_a_warning() throws Exception {
        server.bucket("powerview_meta").write("powerview_meta", "tsv_parser_run nb_files_total=1.5 1");
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2))).done();
        assertThat(server.points("durand")).hasSize(2);
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
    }
}
