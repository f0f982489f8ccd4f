package org.atelier.launcher;

import static org.assertj.core.api.Assertions.assertThat;

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
    void the_demo_loads_what_is_new_then_nothing_then_one_day() throws Exception {
        JsonNode runs = demo();
        assertThat(figures(runs, "files_loaded")).containsExactly(90L, 0L, 1L);
        assertThat(figures(runs, "sessions_written")).containsExactly(90L, 0L, 1L);
        assertThat(figures(runs, "files_found")).containsExactly(90L, 90L, 90L);
        assertThat(runs.get(0).get("lines").asLong()).isGreaterThan(90 * 2_000L);
        assertThat(runs.get(0).get("rejects").asLong()).isPositive();

        JsonNode again = demo();
        assertThat(figures(again, "sessions_written")).containsExactly(0L, 0L, 1L);

        ForkedProcess history = atelier(directory.resolve("demo"), "history", "--all", "-o", "json");
        assertThat(history.code()).isZero();
        assertThat(new ObjectMapper().readTree(history.out()).get("runs").size())
                .isEqualTo(6);
    }

    private JsonNode demo() throws Exception {
        ForkedProcess use = atelier(directory, "demo", "-o", "json");
        assertThat(use.code()).as(use.err()).isZero();
        JsonNode document = new ObjectMapper().readTree(use.out());
        assertThat(document.get("schema").asString()).isEqualTo("atelier.demo/1");
        assertThat(document.get("sessions").size()).isEqualTo(12);
        return document.get("runs");
    }

    private static List<Long> figures(JsonNode runs, String name) {
        return runs.values().stream().map(run -> run.get(name).asLong()).toList();
    }

    private ForkedProcess atelier(Path dataDir, String... arguments) throws Exception {
        return ForkedProcess.java(directory, Map.of("ATELIER_DATA_DIR", dataDir.toString()), List.of(), arguments);
    }
}
