package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;
import static org.atelier.measurements.Box.plain;
import static org.atelier.measurements.Box.row;

import io.questdb.ServerMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.atelier.fixtures.boxes.BoxTree;
import org.atelier.measurements.influx.InfluxSettings;
import org.atelier.measurements.influx.InfluxSettings.Dialect;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Servers that we did not write read what we send: they have what PostgreSQL has of the same files. */
class LineReadersTest {

    private static final String ODD = "l'été, a=b \"c\"";

    /** As docs/recipes/influxdb-3-victoriametrics-questdb.md has it. */
    private static final String DEDUP =
            "create table electrical (campaign symbol, channel_id symbol, channel_label symbol,"
                    + " channel_name symbol, channel_unit symbol, device symbol, device_master_sn symbol, device_sn symbol,"
                    + " device_subtype symbol, device_type symbol, timestamp timestamp) timestamp(timestamp) partition by month"
                    + " wal dedup upsert keys(timestamp, campaign, channel_id, channel_name, channel_unit, device_subtype)";

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

    private void sendTo(ForeignServer server) {
        boxes.influx(new InfluxSettings(server.url(), null, "", Dialect.AUTO, "powerview_meta"));
    }

    private void load() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2), row(10, 231, -0.5)))
                .file("acme/" + ODD + "/02009001/a.tsv", plain(row(0, 230.5, -0.5), row(10, 1e-7, 12345678.25)))
                .done();
    }

    private static ForeignServer questDb(Path directory) throws Exception {
        String jar = Path.of(ServerMain.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        return new ForeignServer(
                port -> List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        jar,
                        ServerMain.class.getName(),
                        "-d",
                        directory.resolve("questdb").toString()),
                Map.of(
                        "QDB_HTTP_BIND_TO", "127.0.0.1:PORT",
                        "QDB_HTTP_MIN_ENABLED", "false",
                        "QDB_PG_ENABLED", "false",
                        "QDB_LINE_TCP_ENABLED", "false",
                        "QDB_TELEMETRY_ENABLED", "false",
                        "QDB_SHARED_WORKER_COUNT", "1"),
                directory.resolve("questdb.log"));
    }

    @Test
    void questdb_has_the_points_that_postgresql_has_and_the_last_of_equal_times() throws Exception {
        Files.createDirectories(directory.resolve("questdb"));
        try (ForeignServer server = questDb(directory)) {
            server.get("/exec", Map.of("query", DEDUP));
            sendTo(server);
            load();
            // The same times once more, with other values.
            boxes.later(Duration.ofMinutes(1))
                    .file(FOLDER + "again.tsv", plain(row(0, 1, 2)))
                    .later(Duration.ofMinutes(1))
                    .file(FOLDER + "once-more.tsv", plain(row(0, 3, 4)))
                    .done();
            List<String> expected = stored("campagne, channel_id, coalesce(channel_unit, '')");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(new TreeSet<>(rows(server))).hasSameSizeAs(expected));
            assertThat(rows(server)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** Rows as PostgreSQL gives them. */
    private static List<String> rows(ForeignServer server) throws Exception {
        Map<String, Object> answer = new Yaml().load(server.get("/exec", Map.of("query", "select * from electrical")));
        List<String> names = new ArrayList<>();
        for (Object column : list(answer.get("columns"))) {
            names.add(String.valueOf(((Map<?, ?>) column).get("name")));
        }
        List<String> rows = new ArrayList<>();
        for (Object each : list(answer.get("dataset"))) {
            List<?> row = (List<?>) each;
            String unit = text(row.get(names.indexOf("channel_unit")));
            Object value = row.get(names.indexOf(text(row.get(names.indexOf("channel_id"))) + "_" + unit));
            rows.add(canonical(text(row.get(names.indexOf("campaign"))) + "|"
                    + text(row.get(names.indexOf("channel_id"))) + "|"
                    + unit + "|"
                    + Instant.parse(text(row.get(names.indexOf("timestamp")))).getEpochSecond() + "|" + text(value)));
        }
        return rows;
    }

    /** By {@code -Datelier.victoriametrics=PATH} of the program. */
    @Test
    @EnabledIfSystemProperty(named = "atelier.victoriametrics", matches = ".+")
    void victoriametrics_has_the_points_that_postgresql_has() throws Exception {
        try (ForeignServer server = new ForeignServer(
                port -> List.of(
                        System.getProperty("atelier.victoriametrics", ""),
                        "-storageDataPath=" + directory.resolve("victoriametrics"),
                        "-httpListenAddr=127.0.0.1:" + port,
                        "-retentionPeriod=100y"),
                Map.of(),
                directory.resolve("victoriametrics.log"))) {
            sendTo(server);
            BoxTree.small().every(30).writeTo(boxes.data);
            load();
            server.get("/internal/force_flush", Map.of());
            List<String> found = new ArrayList<>();
            for (String line : server.get("/api/v1/export", Map.of("match[]", "{channel_id!=\"\"}"))
                    .lines()
                    .toList()) {
                Map<String, Object> series = new Yaml().load(line);
                Map<?, ?> labels = (Map<?, ?>) Objects.requireNonNull(series.get("metric"));
                List<?> values = list(series.get("values"));
                List<?> times = list(series.get("timestamps"));
                for (int i = 0; i < values.size(); i++) {
                    found.add(canonical(labels.get("db") + "|" + labels.get("campaign") + "|" + labels.get("channel_id")
                            + "|" + Long.parseLong(text(times.get(i))) / 1_000 + "|" + text(values.get(i))));
                }
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(stored("bucket, campagne, channel_id"));
        }
    }

    private static List<?> list(@Nullable Object json) {
        return (List<?>) Objects.requireNonNull(json);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A row whose last column is a number, whoever wrote it. */
    private static String canonical(String row) {
        int bar = row.lastIndexOf('|') + 1;
        return row.substring(0, bar) + Double.parseDouble(row.substring(bar));
    }

    private List<String> stored(String columns) throws Exception {
        return boxes
                .rows("select distinct " + columns + ", extract(epoch from horodatage)::bigint, valeur from v_mesure")
                .stream()
                .map(LineReadersTest::canonical)
                .toList();
    }
}
