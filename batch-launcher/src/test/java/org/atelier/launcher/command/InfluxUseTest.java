package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.fixtures.influx.InfluxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** InfluxDB from the command line: settings, exit codes, what people are told. */
class InfluxUseTest {

    private static final String BOX = "acme/essai/02000800";

    @TempDir
    Path directory;

    private BoxesUse boxes;
    private InfluxServer server;

    @BeforeEach
    void open() throws Exception {
        boxes = new BoxesUse(directory);
        server = InfluxServer.start();
        boxes.upload(BOX, "a.tsv", "05/01/26 08:00:00\t231.8\t2");
        boxes.plant.set("ATELIER_MEASUREMENTS_SINK", "postgresql,influxdb");
    }

    @AfterEach
    void close() {
        boxes.close();
        server.close();
    }

    /** The names that the earlier program had. */
    @Test
    void the_plain_names_of_an_earlier_installation_are_understood() throws Exception {
        boxes.plant
                .set("INFLUXDB_HOST", server.url())
                .set("INFLUXDB_URL", "http://192.0.2.1:8086")
                .set("INFLUXDB_ADMIN_TOKEN", server.token())
                .set("INFLUXDB_ORG", InfluxServer.ORG);
        CommandLineUse use = boxes.use("run", "measurements");
        assertThat(use.code()).as(use.err()).isZero();
        assertThat(server.points("acme")).hasSize(2);
        assertThat(boxes.plant.rows("select count(*) from mesure_electrique")).containsExactly("2");
        assertThat(use.out() + use.err()).doesNotContain(server.token());
    }

    @Test
    void a_secret_may_lie_in_a_file() throws Exception {
        Path token = Files.writeString(directory.resolve("token"), server.token() + "\n");
        boxes.plant
                .set("ATELIER_MEASUREMENTS_INFLUX_URL", server.url())
                .set("ATELIER_MEASUREMENTS_INFLUX_TOKEN_FILE", token.toString())
                .set("ATELIER_MEASUREMENTS_INFLUX_ORG", InfluxServer.ORG);
        assertThat(boxes.use("run", "measurements").code()).isZero();
        assertThat(server.points("acme")).hasSize(2);
    }

    /** R-T20 */
    @Test
    void rt20_what_is_missing_is_exit_code_3_before_any_file_is_touched() {
        CommandLineUse without = boxes.use("run", "measurements");
        assertThat(without.code()).isEqualTo(3);
        assertThat(without.err()).contains("ATELIER_MEASUREMENTS_INFLUX_URL", "atelier check measurements");
        boxes.plant.set("ATELIER_MEASUREMENTS_INFLUX_URL", server.url());
        CommandLineUse unnamed = boxes.use("run", "measurements");
        assertThat(unnamed.code()).isEqualTo(3);
        // What the server is, and so what it needs, is only known when it was asked.
        assertThat(unnamed.out()).contains("a token and an organisation");
        boxes.plant.set("ATELIER_MEASUREMENTS_SINK", "influx");
        assertThat(boxes.use("run", "measurements").err()).contains("'influx' is no sink");
        assertThat(boxes.data.resolve(BOX + "/a.tsv")).exists();
    }

    /** R-T23 */
    @Test
    void rt23_a_server_that_is_gone_is_exit_code_7_and_nothing_is_touched() {
        boxes.plant
                .set("ATELIER_MEASUREMENTS_INFLUX_URL", "http://127.0.0.1:1")
                .set("ATELIER_MEASUREMENTS_INFLUX_DIALECT", "line-protocol")
                .set("ATELIER_SOURCES_PATIENCE", "0s");
        CommandLineUse use = boxes.use("run", "measurements");
        assertThat(use.code()).as(use.out() + use.err()).isEqualTo(7);
        assertThat(use.out()).contains("InfluxDB at http://127.0.0.1:1 is unreachable: nobody listens there");
        assertThat(boxes.data.resolve(BOX + "/a.tsv")).exists();
    }

    @Test
    void days_are_not_stored_again_where_influxdb_would_keep_what_is_wrong() {
        boxes.plant
                .set("ATELIER_MEASUREMENTS_INFLUX_URL", server.url())
                .set("ATELIER_MEASUREMENTS_INFLUX_TOKEN", server.token())
                .set("ATELIER_MEASUREMENTS_INFLUX_ORG", InfluxServer.ORG);
        CommandLineUse use = boxes.use("backfill", "measurements", "--from", "2026-01-05", "--to", "2026-01-05");
        assertThat(use.code()).isEqualTo(3);
        assertThat(use.out() + use.err()).contains("set atelier.measurements.sink to postgresql for it");
    }

    @Test
    void check_says_whether_the_server_takes_the_token() {
        boxes.plant
                .set("ATELIER_MEASUREMENTS_INFLUX_URL", server.url())
                .set("ATELIER_MEASUREMENTS_INFLUX_TOKEN", server.token())
                .set("ATELIER_MEASUREMENTS_INFLUX_ORG", InfluxServer.ORG);
        assertThat(boxes.use("check", "measurements").out())
                .contains("InfluxDB 2 at " + server.url() + " takes the token");
        boxes.plant.set("ATELIER_MEASUREMENTS_INFLUX_TOKEN", "sesame");
        CommandLineUse refused = boxes.use("check", "measurements");
        assertThat(refused.out()).contains("refuses the token (401)").doesNotContain("sesame");
        boxes.plant.set("ATELIER_MEASUREMENTS_INFLUX_TOKEN", server.token());
        boxes.plant.set("ATELIER_MEASUREMENTS_INFLUX_ORG", "nobody");
        assertThat(boxes.use("check", "measurements").out()).contains("has no organisation 'nobody'");
        server.close();
        assertThat(boxes.use("check", "measurements").out()).contains("until then files are deferred");
        assertThat(server.buckets()).isEmpty();
    }

    @Test
    void check_tells_of_a_box_whose_channels_changed() throws Exception {
        boxes.plant.set("ATELIER_MEASUREMENTS_SINK", "postgresql");
        assertThat(boxes.use("run", "measurements").code()).isZero();
        assertThat(boxes.use("check", "measurements").out()).doesNotContain("its channels changed");
        boxes.write(
                BOX + "/b.tsv",
                "02000800\t02000800\t02000800\nMV_T302_V002\tPh 1 V\tPresse W\n06/01/26 08:00:00\t230\t1\n");
        assertThat(boxes.use("run", "measurements").code()).isZero();
        assertThat(boxes.use("check", "measurements").out())
                .contains("its channels changed: M02000800_Ch1: Voie1 W mono, then Presse W mono");
    }
}
