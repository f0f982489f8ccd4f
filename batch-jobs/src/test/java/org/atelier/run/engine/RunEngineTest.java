package org.atelier.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.run.ConfigurationException;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOwner;
import org.atelier.run.RunReport;
import org.atelier.run.TypedStep;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every job can rely on, against a real PostgreSQL. */
class RunEngineTest {

    private final TestDatabase database = ReadyDatabase.create();
    private final Jdbi sql = Jdbi.create(database.dataSource());

    @BeforeEach
    void schema() throws Exception {
        sql.useHandle(handle -> {
            handle.execute("create table todo (n integer primary key)");
            handle.execute("create table done (n integer primary key)");
        });
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void plan(int from, int count) {
        sql.useHandle(
                handle -> handle.execute("insert into todo select generate_series(?, ?)", from, from + count - 1));
    }

    private RunReport run(String scope, IntConsumer afterEach) throws Exception {
        RunOwner owner = new RunOwner("test", 1, null, "manual", "test");
        return new RunEngine(settings(), new EngineSettings(3), owner, id -> "run.log", TypedStep::of)
                .run(CountingJob.class, scope, List.of(new CountingJob.AfterEach(afterEach)));
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings(database.jdbcUrl(), database.username(), new Secret(database.password()));
    }

    private <T> T one(Class<T> type, String query) {
        return sql.withHandle(handle -> handle.createQuery(query).mapTo(type).one());
    }

    @Test
    void a_run_leaves_its_record_in_the_database() throws Exception {
        plan(1, 25);
        plan(CountingJob.PARALLEL_FROM, 10);

        RunReport report = run("counting", n -> {});

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(one(Integer.class, "select count(*) from done")).isEqualTo(35);
        assertThat(one(
                        String.class,
                        "select status from batch_job_execution where job_execution_id = " + report.execution()))
                .isEqualTo("COMPLETED");
        assertThat(
                        one(
                                String.class,
                                "select concat_ws(' ', read_count, write_count, commit_count) from batch_step_execution where step_name = 'chunks'"))
                .startsWith("25 25 ");
        assertThat(one(Integer.class, "select write_count from batch_step_execution where step_name = 'parallel'"))
                .isEqualTo(10);
        assertThat(one(
                        String.class,
                        "select concat_ws(' ', job, scope, epoch, trigger_kind, exit_code) from atelier_run"))
                .isEqualTo("counting counting 1 manual 0");
    }

    @Test
    void a_chunk_that_fails_in_its_middle_leaves_no_row_and_the_next_run_does_the_rest() throws Exception {
        plan(1, 40);

        RunReport failed = run("counting", n -> {
            if (n == 25) {
                throw new IllegalStateException("number 25 is refused");
            }
        });

        assertThat(failed.ending()).isEqualTo(RunEnding.FAILED);
        assertThat(failed.cause()).isEqualTo("number 25 is refused");
        assertThat(one(Integer.class, "select count(*) from done")).isEqualTo(20);
        assertThat(one(Integer.class, "select count(*) from todo")).isEqualTo(20);
        assertThat(one(String.class, "select cause from atelier_run")).isEqualTo("number 25 is refused");

        assertThat(run("counting", n -> {}).ending()).isEqualTo(RunEnding.OK);
        assertThat(one(Integer.class, "select count(*) from done")).isEqualTo(40);
    }

    @Test
    void one_failing_worker_does_not_stop_the_others_and_fails_the_run() throws Exception {
        plan(CountingJob.PARALLEL_FROM, 40);

        RunReport failed = run("counting", n -> {
            if (n == CountingJob.PARALLEL_FROM + 5) {
                throw new IllegalStateException("refused");
            }
        });

        assertThat(failed.ending()).isEqualTo(RunEnding.FAILED);
        assertThat(failed.cause()).isEqualTo("refused");
        assertThat(one(String.class, "select string_agg(n::text, ',') from todo"))
                .isEqualTo("1005");
        assertThat(one(Integer.class, "select count(*) from done")).isEqualTo(39);
    }

    @Test
    void an_interrupted_thread_never_ends_a_run_as_completed() throws Exception {
        plan(1, 40);

        RunReport report = run("counting", n -> {
            if (n == 15) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(report.ending()).isEqualTo(RunEnding.STOPPED);
        assertThat(report.status()).isEqualTo("STOPPED");
        assertThat(report.cause()).isEqualTo("stopped as asked");
        assertThat(one(Integer.class, "select count(*) from done")).isEqualTo(20);
        assertThat(one(Integer.class, "select count(*) from batch_step_execution where status = 'COMPLETED'"))
                .isZero();
    }

    @Test
    void an_interrupted_worker_never_ends_a_run_as_completed() throws Exception {
        plan(CountingJob.PARALLEL_FROM, 30);

        RunReport report = run("counting", n -> Thread.currentThread().interrupt());

        assertThat(report.ending()).isEqualTo(RunEnding.STOPPED);
        assertThat(one(Integer.class, "select count(*) from done")).isLessThan(30);
        assertThat(run("counting", n -> {}).ending()).isEqualTo(RunEnding.OK);
        assertThat(one(Integer.class, "select count(*) from done")).isEqualTo(30);
    }

    @Test
    void jobs_of_different_scopes_start_together() throws Exception {
        int jobs = 4;
        CyclicBarrier together = new CyclicBarrier(jobs);
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            List<Callable<RunReport>> runs = new ArrayList<>();
            for (int n = 1; n <= jobs; n++) {
                String scope = "counting#" + n + "/" + jobs;
                runs.add(() -> {
                    together.await();
                    return run(scope, number -> {});
                });
            }
            for (Future<RunReport> run : threads.invokeAll(runs)) {
                assertThat(run.get().ending()).isEqualTo(RunEnding.OK);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(one(Integer.class, "select count(*) from batch_job_execution where status = 'COMPLETED'"))
                .isEqualTo(jobs);
    }

    @Test
    void no_run_makes_the_tables_of_its_record_by_itself() {
        try (TestDatabase empty = PostgresServer.shared().createDatabase()) {
            RunOwner owner = new RunOwner("test", 1, null, "manual", "test");
            RunEngine engine = new RunEngine(
                    new DatabaseSettings(empty.jdbcUrl(), empty.username(), new Secret(empty.password())),
                    new EngineSettings(1),
                    owner,
                    id -> "run.log",
                    TypedStep::of);

            assertThatThrownBy(() ->
                            engine.run(CountingJob.class, "counting", List.of(new CountingJob.AfterEach(n -> {}))))
                    .hasMessageContaining("atelier_scope");

            assertThat(Jdbi.create(empty.dataSource())
                            .<Integer, RuntimeException>withHandle(handle -> handle.createQuery(
                                            "select count(*) from information_schema.tables where table_schema = 'public'")
                                    .mapTo(Integer.class)
                                    .one()))
                    .isZero();
        }
    }

    @Test
    void a_run_whose_connections_are_cut_goes_on_where_it_was() throws Exception {
        plan(1, 30);
        AtomicBoolean cut = new AtomicBoolean();

        RunReport report = run("counting", n -> {
            if (n == 12 && !cut.getAndSet(true)) {
                sql.useHandle(handle -> handle.execute("select pg_terminate_backend(pid) from pg_stat_activity "
                        + "where application_name = 'atelier run counting' and datname = current_database()"));
            }
        });

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(cut).isTrue();
        assertThat(one(Integer.class, "select count(*) from done")).isEqualTo(30);
        assertThat(one(Integer.class, "select count(distinct n) from done")).isEqualTo(30);
        assertThat(one(Integer.class, "select count(*) from batch_job_execution"))
                .isEqualTo(2);
        assertThat(one(Integer.class, "select count(*) from batch_job_instance"))
                .isOne();
    }

    @Test
    void a_run_that_lost_its_lock_without_noticing_commits_nothing() throws Exception {
        plan(1, 30);
        AtomicBoolean cut = new AtomicBoolean();
        AtomicInteger committed = new AtomicInteger();

        RunReport report = run("counting", n -> {
            if (n == 12 && !cut.getAndSet(true)) {
                sql.useHandle(handle -> handle.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity "
                        + "where application_name like 'atelier lock %' and datname = current_database()"));
            } else if (n == 21 && committed.get() == 0) {
                committed.set(one(Integer.class, "select count(*) from done"));
            }
        });

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(one(Integer.class, "select count(*) from batch_job_execution"))
                .isEqualTo(2);
        assertThat(one(Integer.class, "select count(*) from done")).isEqualTo(30);
    }

    @Test
    void a_run_whose_lock_would_be_in_another_database_does_not_begin() throws Exception {
        try (TestDatabase other = PostgresServer.shared().createDatabase()) {
            DatabaseSettings astray = new DatabaseSettings(
                    database.jdbcUrl(), database.username(), new Secret(database.password()), other.jdbcUrl());
            RunEngine engine = new RunEngine(
                    astray,
                    new EngineSettings(1),
                    new RunOwner("test", 1, null, "manual", "test"),
                    id -> "run.log",
                    TypedStep::of);

            assertThatThrownBy(() ->
                            engine.run(CountingJob.class, "counting", List.of(new CountingJob.AfterEach(n -> {}))))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("lock-url leads to another database");
        }
        assertThat(one(Integer.class, "select count(*) from batch_job_execution"))
                .isZero();
    }
}
