package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run tells Prometheus when it has ended. */
class MetricsTest {

    private static final String OF_JOB = "{atelier_job=\"machine-logs\",scope=\"machine-logs\"} ";

    @TempDir
    Path directory;

    private LogsUse plant;

    @BeforeEach
    void logs() throws Exception {
        plant = new LogsUse(directory).set("ATELIER_SOURCES_PATIENCE", "0s");
        plant.log(
                "DEM12 (PVC)/20250528.LOG",
                "2025-05-28T20:00:00Z",
                "20250528 08:00:00|@StukUitgevoerd: secret details",
                "no event",
                "20250528 10:00:00|@StukUitgevoerd:");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private Path collected() throws Exception {
        Path collected = Files.createDirectories(directory.resolve("collected"));
        plant.set("ATELIER_METRICS_TEXTFILE_DIRECTORY", collected.toString());
        return collected;
    }

    private static String metrics(Path collected) throws Exception {
        return Files.readString(collected.resolve("atelier-machine-logs.prom"), StandardCharsets.UTF_8);
    }

    private static String value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series))
                .findFirst()
                .map(line -> line.substring(series.length()))
                .orElse("none in " + metrics);
    }

    private String logOfRun(long run) throws Exception {
        return Files.readString(directory.resolve("data/logs/run-" + run + ".log"), StandardCharsets.UTF_8);
    }

    @Test
    void a_run_writes_its_figures_by_job_and_step_for_the_textfile_collector() throws Exception {
        Path collected = collected();
        assertThat(plant.use("run", "machine-logs").code()).isZero();
        String metrics = metrics(collected);
        assertThat(value(metrics, "atelier_run_exit_code" + OF_JOB)).isEqualTo("0.0");
        assertThat(value(metrics, "atelier_run_rejects" + OF_JOB)).isEqualTo("1.0");
        assertThat(Double.parseDouble(value(metrics, "atelier_run_bytes" + OF_JOB)))
                .isEqualTo((double) Files.size(plant.logs.resolve("DEM12 (PVC)/20250528.LOG")));
        assertThat(Double.parseDouble(value(metrics, "atelier_run_duration_seconds" + OF_JOB)))
                .isPositive();
        assertThat(value(metrics, "atelier_run_last_success_time_seconds" + OF_JOB))
                .isEqualTo(value(metrics, "atelier_run_end_time_seconds" + OF_JOB));
        assertThat(value(
                        metrics,
                        "atelier_run_figure{atelier_job=\"machine-logs\",group=\"lines\",name=\"read\","
                                + "scope=\"machine-logs\"} "))
                .isEqualTo("3.0");
        assertThat(value(
                        metrics,
                        "atelier_step_items{atelier_job=\"machine-logs\",kind=\"written\",scope=\"machine-logs\","
                                + "step=\"fetch\"} "))
                .isEqualTo("1.0");
        assertThat(metrics).doesNotContain("DEM12", "secret", "LOG");
        try (Stream<Path> files = Files.list(collected)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_run_that_fails_keeps_the_time_of_the_last_success() throws Exception {
        Path collected = collected();
        assertThat(plant.use("run", "machine-logs").code()).isZero();
        String success = value(metrics(collected), "atelier_run_last_success_time_seconds" + OF_JOB);
        Files.move(plant.logs, directory.resolve("gone"));
        int code = plant.use("run", "machine-logs").code();
        assertThat(code).isNotZero();
        String metrics = metrics(collected);
        assertThat(value(metrics, "atelier_run_exit_code" + OF_JOB)).isEqualTo(code + ".0");
        assertThat(value(metrics, "atelier_run_last_success_time_seconds" + OF_JOB))
                .isEqualTo(success);
        assertThat(value(metrics, "atelier_run_end_time_seconds" + OF_JOB)).isNotEqualTo(success);
    }

    @Test
    void the_same_is_pushed_to_a_pushgateway_in_place_of_what_was_there() throws Exception {
        try (PushReceiver gateway = new PushReceiver(200)) {
            Path collected = collected();
            plant.set("ATELIER_METRICS_PUSHGATEWAY", gateway.url() + "/");
            assertThat(plant.use("run", "machine-logs").code()).isZero();
            // machine-logs, in base64
            assertThat(gateway.requests)
                    .containsExactly("PUT /metrics/job/atelier/scope@base64/bWFjaGluZS1sb2dz\n" + metrics(collected));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, PushReceiver.HANGS})
    void a_pushgateway_that_fails_changes_nothing_of_the_run(int answer) throws Exception {
        try (PushReceiver gateway = new PushReceiver(answer)) {
            plant.set("ATELIER_METRICS_PUSHGATEWAY", gateway.url());
            assertThat(plant.use("run", "machine-logs").code()).isZero();
            assertThat(gateway.requests).hasSize(1);
            assertThat(logOfRun(1)).contains("The metrics could not be pushed to " + gateway.url());
        }
    }

    @Test
    void a_missing_directory_changes_nothing_of_the_run() throws Exception {
        plant.set(
                "ATELIER_METRICS_TEXTFILE_DIRECTORY",
                directory.resolve("nowhere").toString());
        assertThat(plant.use("run", "machine-logs").code()).isZero();
        assertThat(logOfRun(1)).contains("The metrics could not be written to", "nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "http://user:secret@host/", "http:///x", "http://host/?a=b", "host:9091"})
    void an_address_that_is_none_or_holds_a_secret_is_refused(String address) {
        CommandLineUse use = plant.set("ATELIER_METRICS_PUSHGATEWAY", address).use("check", "config");
        assertThat(use.code()).isEqualTo(3);
        assertThat(use.out()).contains("ATELIER_METRICS_PUSHGATEWAY");
    }
}
