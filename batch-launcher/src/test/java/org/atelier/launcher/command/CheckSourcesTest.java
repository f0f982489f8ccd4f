package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.atelier.fixtures.fault.ScriptedFtpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run would report of directories, {@code check sources} tells before, each with what to do. */
class CheckSourcesTest {

    @TempDir
    Path directory;

    private LogsUse plant;

    @BeforeEach
    void open() throws Exception {
        plant = new LogsUse(directory);
        plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: x");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private List<String> checked(int code) {
        return plant.use(code, "check", "sources", "-o", "csv")
                .out()
                .lines()
                .skip(1)
                .toList();
    }

    @Test
    void directories_that_are_all_right_are_counted() {
        assertThat(checked(0)).singleElement().asString().contains("sources,ok,", "1 directories");
    }

    @Test
    void a_directory_that_a_run_would_ignore_is_told_with_what_to_configure() throws Exception {
        Files.createDirectories(plant.logs.resolve("Machine 4"));
        assertThat(checked(0)).hasSize(2).last().asString().contains("warning", "Machine 4", "Rename it to");
    }

    @Test
    void a_code_of_two_types_is_a_problem_before_a_run_leaves_it_out() throws Exception {
        Files.createDirectories(plant.logs.resolve("DEM12 (ALU)"));
        assertThat(checked(3))
                .hasSize(2)
                .last()
                .asString()
                .contains("problem", "DEM12 has differing types", "excluded");
    }

    @Test
    void a_code_in_two_sources_is_a_problem_before_a_run_refuses_it() throws Exception {
        Path other = directory.resolve("other");
        Files.createDirectories(other.resolve("DEM12 (PVC)"));
        plant.set("ATELIER_MACHINE_LOGS_SOURCE", plant.logs.toUri() + "," + other.toUri());
        assertThat(checked(3)).hasSize(3).last().asString().contains("problem", "Centre DEM12", "more than one source");
        plant.use(3, "run", "machine-logs");
    }

    @Test
    void a_directory_that_cannot_be_listed_is_a_problem_before_a_run_fails_it() throws Exception {
        try (ScriptedFtpServer server = ScriptedFtpServer.serving(plant.logs, Instant.parse("2025-06-01T10:00:00Z"))) {
            // The root first, then the one directory in it.
            server.before("CWD", () -> server.before("CWD", () -> server.answering("CWD", "550 Permission denied.")));
            plant.set("ATELIER_MACHINE_LOGS_SOURCE", server.url());
            assertThat(checked(3)).hasSize(2).last().asString().contains("problem", "DEM12 (PVC)", "right to list");
        }
    }

    @Test
    void what_is_not_configured_is_not_set_and_no_fault() {
        plant.set("ATELIER_MACHINE_LOGS_SOURCE", "");
        assertThat(plant.use(0, "check").out())
                .containsPattern("sources +not set ")
                .containsPattern("orders +not set ");
        assertThat(plant.use(0, "check", "orders", "-o", "json").out()).contains("\"not set\"");
    }
}
