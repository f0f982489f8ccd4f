package org.atelier.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOwner;
import org.atelier.run.RunReport;
import org.atelier.run.TypedStep;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that goes away while it commits: nobody can say whether it did, but the plan, which commits with the data.
 */
class CommitLostTest {

    private final TestDatabase database = ReadyDatabase.create();
    private final Jdbi sql = Jdbi.create(database.dataSource());

    /** The session of the first transaction that reaches its commit is ended there. */
    @BeforeEach
    void schema() {
        execute("create table todo (n integer primary key)");
        execute("create table done (n integer primary key)");
        execute("create sequence commits");
        execute("create function end_session() returns trigger language plpgsql as $$ begin"
                + " if nextval('commits') = 1 then perform pg_terminate_backend(pg_backend_pid()), pg_sleep(10);"
                + " end if; return null; end $$");
        execute("create constraint trigger at_commit after insert on done deferrable initially deferred"
                + " for each row execute function end_session()");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void execute(String statement) {
        sql.useHandle(handle -> handle.execute(statement));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, CountingJob.PARALLEL_FROM})
    void a_run_whose_commit_is_lost_goes_on_by_its_plan_and_its_record_says_so(int from) throws Exception {
        execute("insert into todo select generate_series(" + from + ", " + (from + 2) + ")");
        DatabaseSettings settings =
                new DatabaseSettings(database.jdbcUrl(), database.username(), new Secret(database.password()), null);
        RunOwner owner = new RunOwner("test", 1, null, "manual", "test");

        RunReport report = new RunEngine(settings, new EngineSettings(1), owner, id -> "run.log", TypedStep::of)
                .run(CountingJob.class, "counting", List.of(new CountingJob.AfterEach(n -> {})));

        assertThat(report.ending()).as(report.cause()).isEqualTo(RunEnding.OK);
        assertThat(list("select n::text from done order by n"))
                .containsExactly(String.valueOf(from), String.valueOf(from + 1), String.valueOf(from + 2));
        assertThat(list("select status from batch_job_execution order by job_execution_id"))
                .containsExactly("FAILED", "COMPLETED");
        assertThat(list("select distinct status from batch_step_execution where job_execution_id = 1 and status"
                        + " not in ('FAILED', 'COMPLETED')"))
                .isEmpty();
    }

    private List<String> list(String query) {
        return sql.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
