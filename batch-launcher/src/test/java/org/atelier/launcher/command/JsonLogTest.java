package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Log lines for programs. */
class JsonLogTest {

    private static final String TWICE = "DEM12 (PVC)/20250529.LOG";

    @TempDir
    Path directory;

    private void run(LogsUse plant) throws Exception {
        for (String file : List.of("DEM12 (PVC)/20250528.LOG", TWICE)) {
            plant.log(file, "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: \"a\u001b\"");
        }
        assertThat(plant.use("run", "machine-logs", "--log-format", "json").code())
                .isZero();
    }

    private static List<JsonNode> objects(String lines) {
        return lines.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    @Test
    void every_line_has_job_and_run_and_where_they_apply_step_and_file() throws Exception {
        try (LogsUse plant = new LogsUse(directory)) {
            run(plant);
            List<JsonNode> lines =
                    objects(Files.readString(directory.resolve("data/logs/run-1.log"), StandardCharsets.UTF_8));
            assertThat(lines).hasSizeGreaterThan(5).allSatisfy(line -> {
                assertThat(line.propertyNames())
                        .containsExactly(
                                "time", "level", "job", "run", "step", "file", "logger", "thread", "message", "error");
                assertThat(line.get("job").asString()).isEqualTo("machine-logs");
                assertThat(line.get("run").asLong()).isEqualTo(1);
                assertThat(line.get("time").asString()).endsWith("Z");
            });
            assertThat(lines)
                    .filteredOn(line -> line.get("message").asString().contains("repeats another file"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.get("file").asString()).isEqualTo(TWICE);
                        assertThat(line.get("step").asString()).isNotEmpty();
                        assertThat(line.get("level").asString()).isEqualTo("WARN");
                    });
        }
    }

    @Test
    void the_terminal_gets_json_during_the_run_and_no_longer() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        System.setErr(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        try (LogsUse plant = new LogsUse(directory)) {
            run(plant);
            assertThat(objects(terminal.toString(StandardCharsets.UTF_8)))
                    .anySatisfy(
                            line -> assertThat(line.get("file").asString("")).isEqualTo(TWICE));
            terminal.reset();
            plant.log("no centre/1.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@Zaag:");
            plant.log("DEM12 (PVC)/3.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: \"a\u001b\"");
            assertThat(plant.use("run", "machine-logs").code()).isZero();
            assertThat(terminal.toString(StandardCharsets.UTF_8))
                    .contains("repeats another file")
                    .doesNotContain("{\"time\"");
        } finally {
            System.setErr(before);
        }
    }
}
