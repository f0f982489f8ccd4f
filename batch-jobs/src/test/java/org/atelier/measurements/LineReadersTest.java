package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;
import static org.atelier.measurements.Box.plain;
import static org.atelier.measurements.Box.row;
import static org.atelier.measurements.ReadBack.stored;

import io.questdb.ServerMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** QuestDB, that we did not write, reads what we send: it has what PostgreSQL has of the same files. */
class LineReadersTest {

    /** As docs/recipes/influxdb-3-victoriametrics-questdb.md has it. */
    private static final String DEDUP =
            "create table electrical (campaign symbol, channel_id symbol, channel_label symbol,"
                    + " channel_name symbol, channel_unit symbol, device symbol, device_master_sn symbol, device_sn symbol,"
                    + " device_subtype symbol, device_type symbol, timestamp timestamp) timestamp(timestamp) partition by month"
                    + " wal dedup upsert keys(timestamp, campaign, channel_id, channel_name, channel_unit, device_subtype)";

    private static ForeignServer server;

    @TempDir
    Path directory;

    private Boxes boxes;

    @BeforeAll
    static void start(@TempDir Path root) throws Exception {
        Path data = Files.createDirectories(root.resolve("questdb"));
        Path jar = Path.of(ServerMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        server = new ForeignServer(
                port -> List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        jar.toString(),
                        ServerMain.class.getName(),
                        "-d",
                        data.toString()),
                Map.of(
                        "QDB_HTTP_BIND_TO", "127.0.0.1:PORT",
                        "QDB_HTTP_MIN_ENABLED", "false",
                        "QDB_PG_ENABLED", "false",
                        "QDB_LINE_TCP_ENABLED", "false",
                        "QDB_TELEMETRY_ENABLED", "false",
                        "QDB_SHARED_WORKER_COUNT", "1"),
                root.resolve("questdb.log"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        sql("drop table if exists electrical");
        boxes = new Boxes(directory);
        ReadBack.sendTo(server, boxes);
    }

    @AfterEach
    void close() {
        boxes.close();
    }

    private static Map<String, Object> sql(String text) throws Exception {
        return new Yaml().load(server.get("/exec", Map.of("query", text)));
    }

    @Test
    void questdb_has_the_points_that_postgresql_has_and_the_last_of_equal_times() throws Exception {
        sql(DEDUP);
        ReadBack.load(boxes);
        sendEqualTimes();
        expect(stored(boxes));
    }

    /** Else DEDUP would be told of for nothing. */
    @Test
    void questdb_has_all_of_equal_times_where_the_table_was_not_made_beforehand() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 5, 6))).done();
        List<String> expected = new ArrayList<>(stored(boxes));
        boxes.later(Duration.ofMinutes(1))
                .file(FOLDER + "b.tsv", plain(row(0, 1, 2)))
                .done();
        expected.addAll(stored(boxes));
        assertThat(expected).hasSize(4);
        expect(expected);
    }

    /** It takes no line of such a batch: the bad ones are found by halves. */
    @Test
    void lines_whose_unit_cannot_name_a_column_are_rejects_and_questdb_has_the_others() throws Exception {
        sql(DEDUP);
        boxes.file(FOLDER + "a.tsv", ReadBack.titled(List.of("Ph 1 V", "Perte %", "Eau m3/h", "Four W", "Cuve V\\A")))
                .done();
        assertThat(boxes.rows("select numero_ligne, colonne, motif from ligne_rejetee order by colonne"))
                .containsExactly("3|2|REFUSED_BY_INFLUXDB", "3|3|REFUSED_BY_INFLUXDB", "3|5|REFUSED_BY_INFLUXDB");
        expect(stored(boxes).stream()
                .filter(row -> row.endsWith("|1.5") || row.endsWith("|4.5"))
                .toList());
    }

    /** The same times twice more, with other values. */
    private void sendEqualTimes() throws Exception {
        boxes.later(Duration.ofMinutes(1))
                .file(FOLDER + "again.tsv", plain(row(0, 1, 2)))
                .later(Duration.ofMinutes(1))
                .file(FOLDER + "once-more.tsv", plain(row(0, 3, 4)))
                .done();
    }

    /** What was acknowledged is seen a little later. */
    private static void expect(List<String> expected) {
        assertThat(expected).isNotEmpty();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(found()).containsExactlyInAnyOrderElementsOf(expected));
    }

    private static List<String> found() throws Exception {
        Map<String, Object> answer = sql("select * from electrical");
        List<String> names = new ArrayList<>();
        for (Object column : list(answer.get("columns"))) {
            names.add(String.valueOf(((Map<?, ?>) column).get("name")));
        }
        List<String> rows = new ArrayList<>();
        for (Object each : list(answer.get("dataset"))) {
            List<?> row = (List<?>) each;
            List<@Nullable Object> tags = new ArrayList<>();
            ReadBack.TAGS.forEach(tag -> tags.add(row.get(names.indexOf(tag))));
            Object unit = row.get(names.indexOf("channel_unit"));
            String field = row.get(names.indexOf("channel_id")) + "_" + (unit == null ? "" : unit);
            Instant time = Instant.parse(String.valueOf(row.get(names.indexOf("timestamp"))));
            rows.add(ReadBack.found(tags, time.getEpochSecond(), row.get(names.indexOf(field))));
        }
        return rows;
    }

    private static List<?> list(@Nullable Object json) {
        return (List<?>) Objects.requireNonNull(json);
    }
}
