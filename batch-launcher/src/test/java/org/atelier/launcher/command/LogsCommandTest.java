package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.ReadyDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a run's own log is printed, whatever the database names. */
class LogsCommandTest {

    private static final String SECRET = "of somebody else";

    @TempDir
    Path directory;

    private final TestDatabase database = ReadyDatabase.create();

    @BeforeEach
    void runs() throws IOException, SQLException {
        Files.createDirectory(directory.resolve("logs"));
        Files.writeString(directory.resolve("logs/run-1.log"), "what run 1 said");
        Files.writeString(directory.resolve("secret"), SECRET);
        Files.createSymbolicLink(directory.resolve("logs/run-4.log"), directory.resolve("secret"));
        run(1, "logs/run-1.log");
        run(2, directory.resolve("secret").toString());
        run(3, "../" + directory.getFileName() + "/secret");
        run(4, "logs/run-4.log");
        run(5, "logs/run-1.log");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void run(int id, String log) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into batch_job_instance (job_instance_id, version, job_name, job_key)"
                    + " values (%d, 0, 'orders', 'k%d')".formatted(id, id));
            statement.execute(
                    "insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time,"
                            + " status) values (%d, 0, %d, '2025-06-01 10:00', 'COMPLETED')".formatted(id, id));
            statement.execute("insert into atelier_run (job_execution_id, job, scope, epoch, trigger_kind, version,"
                    + " log_file) values (%d, 'orders', 'orders', 1, 'manual', '1', '%s')".formatted(id, log));
        }
    }

    private CommandLineUse logs(int run) {
        return CommandLineUse.of(
                directory,
                Map.of(
                        "ATELIER_DATABASE_URL", database.jdbcUrl(),
                        "ATELIER_DATABASE_USERNAME", database.username(),
                        "ATELIER_DATABASE_PASSWORD", database.password(),
                        "ATELIER_DATA_DIR", directory.toString()),
                "logs",
                Integer.toString(run));
    }

    @Test
    void a_run_s_own_log_is_printed() {
        assertThat(logs(1).out()).contains("what run 1 said");
    }

    @Test
    void no_other_file_is_printed_though_the_database_names_it() {
        for (int run : new int[] {2, 3, 4, 5}) {
            CommandLineUse use = logs(run);
            assertThat(use.code()).as("run %d: %s", run, use.err()).isEqualTo(4);
            assertThat(use.out() + use.err()).doesNotContain(SECRET).doesNotContain("what run 1 said");
        }
    }
}
