package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told to be typed next while a run is at work, or dead: its lock is held, or not, by the test. */
class NextStepsBesideRunsTest {

    private static final String WAITING = "select count(*) > 0 from pg_locks where not granted and"
            + " locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";

    @TempDir
    Path directory;

    private LogsUse plant;
    private Connection lock;

    /** A run whose record says that it is at work. */
    @BeforeEach
    void open() throws Exception {
        plant = new LogsUse(directory);
        plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: x");
        plant.use(0, "db", "update");
        plant.execute("alter table piece_production rename to piece_elsewhere");
        plant.use(1, "run", "machine-logs");
        plant.execute("alter table piece_elsewhere rename to piece_production");
        plant.execute("update batch_job_execution set status = 'STARTED', end_time = null");
        lock = plant.database.connect();
    }

    @AfterEach
    void close() throws Exception {
        lock.close();
        plant.close();
    }

    private void hold(String scope) throws SQLException {
        try (Statement statement = lock.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('atelier:" + scope + "', 0))");
        }
    }

    /** As the run itself would, at the edge of its chunk. */
    private void stopped() throws Exception {
        plant.execute("update batch_job_execution set status = 'STOPPED', end_time = now()");
        lock.close();
    }

    @Test
    void a_run_at_work_is_waited_for_and_then_gone_on_with() throws Exception {
        hold("machine-logs");
        CommandLineUse busy = plant.use(6, "restart", "last");
        assertThat(plant.follow(busy, "atelier status machine-logs", 0).out()).contains("machine-logs");
        assertThat(plant.follow(plant.use(6, "recover", "1"), "atelier status", 0)
                        .out())
                .contains("machine-logs");
        assertThat(plant.use(0, "stop", "1").next()).containsExactly("atelier stop 1 --wait");
        assertThat(plant.follow(plant.use(6, "stop", "1", "--wait", "--timeout", "0s"), "atelier status", 0)
                        .out())
                .contains("machine-logs");
        assertThat(plant.use(6, "recover", "1", "--dry-run").next()).containsExactly("atelier stop 1 --wait");
        String[] purge = {"purge", "--only", "archive,logs", "--older-than", "70d", "--wait-timeout", "0s"};
        CommandLineUse left = plant.use(6, purge);
        plant.follow(left, "atelier status machine-logs", 0);
        CommandLineUse asked = plant.use(6, "stop", "1");
        CompletableFuture<CommandLineUse> waits =
                CompletableFuture.supplyAsync(() -> plant.follow(asked, "atelier stop 1 --wait", 0));
        await().until(() -> plant.rows(WAITING).equals(List.of("t")));
        assertThat(waits).isNotDone();
        stopped();
        assertThat(plant.follow(left, "atelier purge --only archive --older-than 70d", 0)
                        .out())
                .contains("archive")
                .doesNotContain("logs");
        assertThat(plant.follow(waits.join(), "atelier restart 1", 0).out()).contains("COMPLETED");
    }

    @Test
    void a_dead_run_is_recovered_and_gone_on_with() throws Exception {
        assertThat(plant.use(0, "recover", "1", "--dry-run").next()).containsExactly("atelier recover 1");
        CommandLineUse refused = plant.use(1, "restart", "1", "--recover", "never");
        assertThat(refused.next()).containsExactly("atelier recover 1");
        CommandLineUse all = plant.use(0, "recover", "--all", "--dry-run");
        plant.follow(all, "atelier recover --all", 0);
        plant.execute("update batch_job_execution set status = 'STARTED', end_time = null");
        CommandLineUse recovered = plant.follow(plant.use(5, "stop", "1"), "atelier recover 1", 0);
        assertThat(plant.follow(recovered, "atelier restart 1", 0).out()).contains("COMPLETED");
        purgedWhileItIsWaitedFor();
    }

    private void purgedWhileItIsWaitedFor() throws Exception {
        hold("machine-logs");
        CompletableFuture<CommandLineUse> waits =
                CompletableFuture.supplyAsync(() -> plant.use(4, "restart", "1", "--if-running", "wait"));
        await().until(() -> plant.rows(WAITING).equals(List.of("t")));
        plant.execute("truncate batch_job_instance cascade");
        lock.close();
        plant.follow(waits.join(), "atelier history machine-logs --all", 0);
    }
}
