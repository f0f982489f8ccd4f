package org.atelier.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntConsumer;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.run.RunOwner;
import org.atelier.run.RunReport;
import org.atelier.run.TypedStep;
import org.atelier.run.lock.RunControl;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What to do next stands in a run's record twice: in words of the front end, and for programs. */
class NextActionTest {

    private static final String NEXT = "select concat_ws('|', next_step, next_action) from v_run where run_id = ";

    private final TestDatabase database = ReadyDatabase.create();
    private final Jdbi sql = Jdbi.create(database.dataSource());

    @BeforeEach
    void schema() {
        sql.useHandle(handle -> {
            handle.execute("create table todo (n integer primary key)");
            handle.execute("create table done (n integer primary key)");
            handle.execute("insert into todo values (1)");
        });
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings(database.jdbcUrl(), database.username(), new Secret(database.password()));
    }

    private RunReport run(IntConsumer afterEach) throws Exception {
        RunOwner owner = new RunOwner("test", 1, null, "manual", "test");
        return new RunEngine(settings(), new EngineSettings(1), owner, id -> "run.log", TypedStep::of)
                .run(CountingJob.class, "counting", List.of(new CountingJob.AfterEach(afterEach)));
    }

    private long fail() throws Exception {
        return run(n -> {
                    throw new IllegalStateException("refused");
                })
                .execution();
    }

    private String next(long run) {
        return sql.withHandle(
                handle -> handle.createQuery(NEXT + run).mapTo(String.class).one());
    }

    @Test
    void a_run_that_failed_has_it_until_a_later_one_took_over() throws Exception {
        long failed = fail();
        assertThat(next(failed))
                .isEqualTo("atelier restart " + failed + "|{\"run\": " + failed + ", \"action\": \"restart\"}");

        long good = run(n -> {}).execution();

        assertThat(next(failed)).isEmpty();
        assertThat(next(good)).isEmpty();
    }

    @Test
    void a_dead_run_that_was_recovered_has_it_and_one_that_was_given_up_has_not() throws Exception {
        long dead = fail();
        String told = next(dead);
        sql.useHandle(handle -> {
            handle.execute("update batch_job_execution set status = 'STARTED', end_time = null");
            handle.execute("update atelier_run set next_step = null, next_action = null");
        });
        RunControl control = new RunControl(settings(), TypedStep::of);

        assertThat(control.recover("counting", "counting", dead)).containsExactly(dead);
        assertThat(next(dead)).isEqualTo(told);

        control.abandon("counting", "counting", dead);
        assertThat(next(dead)).isEmpty();
    }

    @Test
    void a_dead_run_that_a_later_one_took_over_has_nothing_to_be_done() throws Exception {
        long dead = fail();
        long later = fail();
        sql.useHandle(handle -> {
            handle.execute("update batch_job_execution set status = 'STARTED', end_time = null");
            handle.execute("update atelier_run set next_step = null, next_action = null");
        });

        new RunControl(settings(), TypedStep::of).recover("counting", "counting", later);

        assertThat(next(dead)).isEmpty();
        assertThat(next(later)).startsWith("atelier restart " + later + "|");
    }
}
