package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;
import static org.atelier.measurements.Box.plain;
import static org.atelier.measurements.Box.row;
import static org.atelier.measurements.ReadBack.stored;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atelier.fixtures.boxes.BoxTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * VictoriaMetrics, that we did not write, reads what we send: it has what PostgreSQL has of the same files. By
 * {@code -Datelier.victoriametrics=PATH} of the program.
 */
@EnabledIfSystemProperty(named = "atelier.victoriametrics", matches = ".+")
class VictoriaMetricsTest {

    @TempDir
    Path directory;

    private Boxes boxes;

    @BeforeEach
    void open() throws Exception {
        boxes = new Boxes(directory);
    }

    @AfterEach
    void close() {
        boxes.close();
    }

    private ForeignServer start(String... more) throws IOException {
        ForeignServer server = new ForeignServer(
                port -> {
                    List<String> command = new ArrayList<>(List.of(
                            System.getProperty("atelier.victoriametrics", ""),
                            "-storageDataPath=" + directory.resolve("victoriametrics"),
                            "-httpListenAddr=127.0.0.1:" + port,
                            "-retentionPeriod=100y"));
                    command.addAll(List.of(more));
                    return command;
                },
                Map.of(),
                directory.resolve("victoriametrics.log"));
        ReadBack.sendTo(server, boxes);
        return server;
    }

    @Test
    void it_has_the_points_that_postgresql_has() throws Exception {
        try (ForeignServer server = start()) {
            BoxTree.small().every(30).writeTo(boxes.data);
            ReadBack.load(boxes);
            boxes.file("acme/units/02009001/a.tsv", ReadBack.titled(List.of("Ph 1 V", "a 5\"", "b V\\A", "c m3/h,=%")))
                    .done();
            assertThat(stored(boxes)).hasSizeGreaterThan(3_000);
            assertThat(found(server)).containsExactlyInAnyOrderElementsOf(stored(boxes));
            assertThat(server.get("/metrics", Map.of())).contains("vm_rows_invalid_total{type=\"influx\"} 0");
        }
    }

    /** Else the flag would be told of for nothing. */
    @Test
    void it_has_all_of_equal_times_unless_a_flag_says_otherwise() throws Exception {
        try (ForeignServer server = start()) {
            List<String> sent = sendEqualTimes();
            assertThat(found(server)).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    /** Which one it is depends on its version: the largest since 1.85. */
    @Test
    void it_has_one_of_equal_times_by_a_flag() throws Exception {
        try (ForeignServer server = start("-dedup.minScrapeInterval=1ms")) {
            List<String> sent = sendEqualTimes();
            assertThat(found(server)).hasSize(2).isSubsetOf(sent);
        }
    }

    private List<String> sendEqualTimes() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 5, 6))).done();
        List<String> sent = new ArrayList<>(stored(boxes));
        boxes.later(Duration.ofMinutes(1))
                .file(FOLDER + "b.tsv", plain(row(0, 1, 2)))
                .done();
        sent.addAll(stored(boxes));
        assertThat(sent).hasSize(4);
        return sent;
    }

    private static List<String> found(ForeignServer server) throws Exception {
        server.get("/internal/force_flush", Map.of());
        List<String> found = new ArrayList<>();
        for (String line : server.get("/api/v1/export", Map.of("match[]", "{channel_id!=\"\"}"))
                .lines()
                .toList()) {
            Map<String, Object> series = new Yaml().load(line);
            Map<?, ?> labels = (Map<?, ?>) Objects.requireNonNull(series.get("metric"));
            List<@Nullable Object> tags = new ArrayList<>();
            ReadBack.TAGS.forEach(tag -> tags.add(labels.get(tag)));
            List<?> values = (List<?>) Objects.requireNonNull(series.get("values"));
            List<?> times = (List<?>) Objects.requireNonNull(series.get("timestamps"));
            for (int i = 0; i < values.size(); i++) {
                found.add(ReadBack.found(tags, Long.parseLong(String.valueOf(times.get(i))) / 1_000, values.get(i)));
            }
        }
        return found;
    }
}
