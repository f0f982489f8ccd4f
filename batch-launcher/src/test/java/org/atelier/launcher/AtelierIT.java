package org.atelier.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, from the class path that the build assembled. */
class AtelierIT {

    @TempDir
    Path directory;

    private ForkedProcess atelier(Map<String, String> environment, List<String> javaOptions, String... arguments)
            throws IOException, InterruptedException {
        return ForkedProcess.java(directory, environment, javaOptions, arguments);
    }

    private Map<String, String> environment(TestDatabase database) {
        return Map.of(
                "ATELIER_DATABASE_URL", database.jdbcUrl(),
                "ATELIER_DATABASE_USERNAME", database.username(),
                "ATELIER_DATABASE_PASSWORD", database.password(),
                "ATELIER_DATA_DIR", directory.toString());
    }

    @Test
    void what_only_reads_loads_neither_spring_nor_logging() throws Exception {
        try (TestDatabase database = PostgresServer.shared().createDatabase()) {
            assertThat(atelier(environment(database), List.of(), "db", "update").code())
                    .isZero();
            for (String command : List.of("history", "status", "files list", "jobs list")) {
                Path log = directory.resolve("classes.log");
                List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
                arguments.addAll(List.of("-o", "json"));
                ForkedProcess use = atelier(
                        environment(database),
                        List.of("-Xlog:class+load:file=" + log),
                        arguments.toArray(String[]::new));
                assertThat(use.code()).as(use.err()).isZero();
                assertThat(use.out()).contains("\"schema\"");
                assertThat(Files.readString(log))
                        .as(command)
                        .contains("org.atelier.launcher.Atelier")
                        .doesNotContain("org.springframework.")
                        .doesNotContain("ch.qos.logback.")
                        .doesNotContain("liquibase.");
            }
        }
    }

    @Test
    void an_empty_database_is_set_up_by_the_first_command_that_needs_it() throws Exception {
        try (TestDatabase database = PostgresServer.shared().createDatabase()) {
            ForkedProcess first = atelier(environment(database), List.of(), "history");
            assertThat(first.code()).isZero();
            assertThat(first.err()).contains("setting up the database");
            assertThat(first.out()).doesNotContain("setting up");
            assertThat(atelier(environment(database), List.of(), "history").err())
                    .isEmpty();
            assertThat(atelier(environment(database), List.of(), "db", "status", "-o", "json")
                            .out())
                    .contains("\"CURRENT\"");
        }
    }

    @Test
    void accents_survive_a_locale_without_them() throws Exception {
        ForkedProcess use = atelier(
                Map.of("LANG", "C", "LC_ALL", "C"),
                List.of("-Dfile.encoding=US-ASCII"),
                "jobs",
                "describe",
                "fen\u00eatre");
        assertThat(use.code()).isEqualTo(4);
        assertThat(use.err()).contains("there is no job 'fen");
        Files.writeString(directory.resolve("atelier.yaml"), "atelier.time-zone: fen\u00eatre\n");
        assertThat(atelier(Map.of("LANG", "C", "LC_ALL", "C"), List.of(), "check", "config")
                        .out())
                .contains("fen\u00eatre");
    }
}
