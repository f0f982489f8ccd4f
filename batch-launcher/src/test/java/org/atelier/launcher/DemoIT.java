package org.atelier.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code ./atelier demo} as a new user types it: embedded servers, generated logs, real runs. */
class DemoIT {

    @TempDir
    Path directory;

    @AfterEach
    void stopTheDatabase() throws Exception {
        assertThat(atelier(directory.resolve("demo"), "db", "stop").code()).isZero();
    }

    @Test
    void the_demo_loads_what_is_new_then_nothing_then_what_changed() throws Exception {
        JsonNode document = demo();
        JsonNode runs = document.get("runs");
        assertThat(figures(runs, "files_loaded")).containsExactly(90L, 0L, 1L);
        assertThat(figures(runs, "sessions_written")).containsExactly(90L, 0L, 1L);
        assertThat(figures(runs, "files_found")).containsExactly(90L, 90L, 90L);
        assertThat(runs.get(0).get("lines").asLong()).isGreaterThan(90 * 2_000L);
        assertThat(runs.get(0).get("rejects").asLong()).isPositive();

        JsonNode syncs = document.get("syncs");
        assertThat(figures(syncs, "orders_read")).containsExactly(1_000L, 1_000L, 999L);
        assertThat(figures(syncs, "inserted").get(0))
                .isPositive()
                .isEqualTo(figures(syncs, "rows").get(0));
        assertThat(figures(syncs, "inserted").subList(1, 3)).containsExactly(0L, 0L);
        assertThat(figures(syncs, "updated")).containsExactly(0L, 0L, 1L);
        assertThat(figures(syncs, "deleted").get(1)).isZero();
        assertThat(figures(syncs, "deleted").get(2)).isBetween(1L, 2L);

        JsonNode uploads = document.get("uploads");
        assertThat(figures(uploads, "files_found")).containsExactly(30L, 1L);
        assertThat(figures(uploads, "files_loaded")).containsExactly(28L, 1L);
        assertThat(figures(uploads, "refused")).containsExactly(1L, 0L);
        assertThat(figures(uploads, "uploading")).containsExactly(1L, 0L);
        assertThat(figures(uploads, "points_written").get(1)).isEqualTo(288 * 10L);

        JsonNode again = demo();
        assertThat(figures(again.get("uploads"), "files_loaded")).containsExactly(0L, 1L);
        assertThat(figures(again.get("uploads"), "points_written")).containsExactly(0L, 0L);
        assertThat(figures(again.get("runs"), "sessions_written")).containsExactly(0L, 0L, 1L);
        assertThat(figures(again.get("syncs"), "updated")).containsExactly(1L, 0L, 1L);

        ForkedProcess history = atelier(directory.resolve("demo"), "history", "--all", "-o", "json");
        assertThat(history.code()).isZero();
        assertThat(new ObjectMapper().readTree(history.out()).get("runs").size())
                .isEqualTo(16);
        tryWhatItTells(again);
    }

    /** Each line is copied to a shell as it is; the last ones are for people's own servers. */
    private void tryWhatItTells(JsonNode document) throws Exception {
        Path program = Files.writeString(
                directory.resolve("atelier"),
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s/*' org.atelier.launcher.Atelier \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                ForkedProcess.root().resolve("batch-launcher/target/atelier/lib")));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        List<String> lines = document.get("next")
                .valueStream()
                .map(JsonNode::asString)
                .filter(line -> line.startsWith("ATELIER_DATA_DIR="))
                .toList();
        assertThat(lines).hasSize(6);
        for (String line : lines) {
            ForkedProcess use = ForkedProcess.run(directory, Map.of(), List.of("/bin/sh", "-c", line));
            assertThat(use.code()).as(line + "\n" + use.err()).isZero();
        }
        assertThat(directory.resolve("day.html")).exists();
        assertThat(directory.resolve("demo/postgres/postmaster.pid")).doesNotExist();
    }

    private JsonNode demo() throws Exception {
        ForkedProcess use = atelier(directory, "demo", "-o", "json");
        assertThat(use.code()).as(use.err()).isZero();
        JsonNode document = new ObjectMapper().readTree(use.out());
        assertThat(document.get("schema").asString()).isEqualTo("atelier.demo/2");
        assertThat(document.get("sessions").size()).isEqualTo(12);
        assertThat(document.get("orders").size()).isEqualTo(6);
        assertThat(document.get("boxes").size()).isEqualTo(4);
        assertThat(use.err()).containsPattern("an ERP with 1000 orders, in a (MySQL|MariaDB) [0-9]");
        return document;
    }

    private static List<Long> figures(JsonNode runs, String name) {
        return runs.values().stream().map(run -> run.get(name).asLong()).toList();
    }

    private ForkedProcess atelier(Path dataDir, String... arguments) throws Exception {
        List<String> java = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        return ForkedProcess.java(directory, Map.of("ATELIER_DATA_DIR", dataDir.toString()), java, arguments);
    }
}
