package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.fixtures.runs.ManyRuns;
import org.atelier.launcher.ReadyDatabase;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of forty days of runs: looking at it reads what is shown, and the purge makes it small. */
class ManyRunsTest {

    private static final int RUNS = 4_000;

    @TempDir
    Path directory;

    private final TestDatabase database = ReadyDatabase.create();

    @BeforeEach
    void write() throws Exception {
        LogTree.seeded(1).days(LocalDate.of(2025, 5, 26), 2).linesPerDay(20).writeTo(directory.resolve("logs"));
        use("run", "machine-logs");
        use("run", "machine-logs");
        try (Connection connection = database.connect()) {
            ManyRuns.copy(connection, RUNS);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> use(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of(
                "ATELIER_DATA_DIR", directory.resolve("data").toString(),
                "ATELIER_DATABASE_URL", database.jdbcUrl(),
                "ATELIER_DATABASE_USERNAME", database.username(),
                "ATELIER_DATABASE_PASSWORD", database.password(),
                "ATELIER_MACHINE_LOGS_SOURCE", directory.resolve("logs").toUri().toString());
        Surroundings surroundings = new Surroundings(environment, directory, directory);
        int code = Commands.execute(surroundings, printed, printed, Clock.systemUTC(), arguments);
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many rows of steps the server has read so far; a session that goes has told its part. */
    private long stepsRead() throws SQLException {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> count("select count(*) from pg_stat_activity where datname = current_database()") == 1);
        return count("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables"
                + " where relname in ('batch_step_execution', 'batch_step_execution_context')");
    }

    private List<String> looked(String... arguments) throws SQLException {
        long before = stepsRead();
        List<String> shown = use(arguments);
        assertThat(stepsRead() - before).as(String.join(" ", arguments)).isLessThan(RUNS);
        return shown;
    }

    @Test
    void looking_at_it_reads_the_steps_of_what_is_shown_alone() throws Exception {
        String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        assertThat(looked("history", "-o", "csv")).hasSize(21);
        assertThat(looked("history", "--all", "-o", "csv")).hasSize(21);
        assertThat(looked("history", "--status", "failed", "-o", "csv")).hasSize(1 + RUNS / 500 - 1);
        assertThat(looked("show", "last", "--steps")).anyMatch(line -> line.contains(" " + RUNS));
        assertThat(looked("show", "last-failed")).anyMatch(line -> line.contains("FAILED"));
        assertThat(looked("show", "machine-logs@" + yesterday)).anyMatch(line -> line.contains("machine-logs"));
        assertThat(looked("status")).noneMatch(line -> line.contains("RUNNING"));
        long before = stepsRead();
        count("select sum(read_count) from v_run");
        assertThat(stepsRead() - before).as("what reads them all is counted").isGreaterThan(RUNS);
    }

    @Test
    void a_purge_leaves_a_month_of_runs_that_had_nothing_to_do_and_all_others() throws Exception {
        long others = count("select count(*) from v_run where not nothing_to_do");
        use("purge", "--dry-run");
        assertThat(count("select count(*) from batch_job_execution")).isEqualTo(RUNS);
        use("purge");
        assertThat(count("select count(*) from v_run where not nothing_to_do")).isEqualTo(others);
        assertThat(count("select count(*) from v_run where created < now() - interval '30 days' and nothing_to_do"))
                .isZero();
        assertThat(count("select count(*) from v_run where nothing_to_do")).isBetween(30L * 80, 30L * 96);
        use("run", "machine-logs");
        assertThat(use("show", "last")).anyMatch(line -> line.contains(" " + (RUNS + 1)));
    }

    @Test
    void a_run_with_nothing_to_do_records_no_idle_workers() throws Exception {
        assertThat(count("select count(*) from v_run_step where partition is not null and run_id = 1"))
                .isPositive();
        assertThat(count("select count(*) from v_run_step where partition is not null and run_id = 2"))
                .isZero();
    }
}
