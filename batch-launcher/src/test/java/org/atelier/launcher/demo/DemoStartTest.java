package org.atelier.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import org.atelier.catalog.BatchJobs;
import org.atelier.database.DatabaseChoice;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.command.Commands;
import org.atelier.launcher.engine.SpringJobRunner;
import org.atelier.migrations.Schema;
import org.atelier.settings.Settings;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStartTest {

    @TempDir
    Path directory;

    @Test
    void a_demo_whose_run_fails_tells_how_to_see_its_log_in_a_directory_with_a_blank() throws Exception {
        Path data = Files.createDirectories(directory.resolve("the demo"));
        Path log =
                Files.createDirectories(directory.resolve("logs/DEM12 (PVC)")).resolve("20250528.LOG");
        Files.writeString(log, "20250528 08:00:00|@StukUitgevoerd: x\n");
        try (TestDatabase database = PostgresServer.shared().createDatabase()) {
            Map<String, String> environment = Map.of(
                    "ATELIER_DATABASE_URL", database.jdbcUrl(),
                    "ATELIER_DATABASE_USERNAME", database.username(),
                    "ATELIER_DATABASE_PASSWORD", database.password(),
                    "ATELIER_DATA_DIR", data.toString(),
                    "ATELIER_MACHINE_LOGS_SOURCE",
                            directory.resolve("logs").toUri().toString());
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                Schema.update(connection, false);
                statement.execute("alter table piece_production rename to piece_elsewhere");
            }
            Settings settings = SettingsReader.read(null, new Surroundings(environment, directory, directory));
            DemoStart start = new DemoStart(
                    new SpringJobRunner(),
                    settings,
                    settings.get(DatabaseChoice.class).configured().orElseThrow());
            CommandFailure failure = catchThrowableOfType(
                    CommandFailure.class,
                    () -> start.run(BatchJobs.find("machine-logs").orElseThrow()));
            assertThat(failure.next()).isEqualTo("ATELIER_DATA_DIR='" + data + "' ./atelier logs last");
            assertThat(typed(environment, "logs", "last")).contains("piece_production");
        }
    }

    private String typed(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, false, StandardCharsets.UTF_8);
        int code = Commands.execute(
                new Surroundings(environment, directory, directory), printed, printed, Clock.systemUTC(), arguments);
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
