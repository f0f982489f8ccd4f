package org.atelier.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.migrations.SchemaException.Reason;
import org.atelier.migrations.SchemaStatus.State;
import org.junit.jupiter.api.Test;

class UpdateLockTest {

    @Test
    void updates_at_the_same_time_give_one_schema() throws Exception {
        int processes = 4;
        CyclicBarrier start = new CyclicBarrier(processes);
        ExecutorService threads = Executors.newFixedThreadPool(processes);
        try (TestDatabase database = Databases.create();
                Connection c = database.connect()) {
            List<Future<State>> results = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                results.add(threads.submit(() -> updateTogether(database, start)));
            }
            for (Future<State> result : results) {
                assertThat(result.get()).isEqualTo(State.CURRENT);
            }
            assertThat(Databases.rows(c, "select count(*) from databasechangelog"))
                    .containsExactly(String.valueOf(ShippedChangeSets.all().size()));
        } finally {
            threads.shutdown();
        }
    }

    private static State updateTogether(TestDatabase database, CyclicBarrier start) throws Exception {
        try (Connection c = database.connect()) {
            start.await();
            Schema.update(c, false);
            return Schema.status(c).state();
        }
    }

    @Test
    void waiting_for_another_update_has_an_end_and_tells_who_it_is() throws Exception {
        try (TestDatabase database = Databases.create();
                Connection other = database.connect();
                Connection c = database.connect()) {
            Databases.run(other, "set application_name = 'the other one'");
            other.setAutoCommit(false);
            Databases.run(other, "select pg_advisory_xact_lock(" + SchemaLocks.KEY + ", hashtext(current_schema()))");

            assertThatThrownBy(() -> Schema.update(c, false, Duration.ofMillis(50)))
                    .isInstanceOfSatisfying(
                            SchemaException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOCKED))
                    .hasMessageContaining("the other one");

            other.rollback();
            Schema.update(c, false);
            assertThat(Schema.status(c).state()).isEqualTo(State.CURRENT);
        }
    }

    @Test
    void an_update_whose_process_dies_leaves_nothing_behind() throws Exception {
        try (TestDatabase database = Databases.create();
                Connection dying = database.connect();
                Connection c = database.connect()) {
            dying.setAutoCommit(false);
            SchemaLocks.take(dying);
            RunLiquibase.update(dying);
            String backend = Databases.rows(dying, "select pg_backend_pid()").get(0);
            Databases.run(c, "select pg_terminate_backend(" + backend + ")");

            Schema.update(c, false);

            assertThat(Schema.status(c).state()).isEqualTo(State.CURRENT);
        }
    }

    @Test
    void a_lock_row_of_another_tool_is_told_with_the_statement_that_frees_it() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(
                    c,
                    "delete from databasechangelog where id = 'ligne_rejetee'",
                    "drop table ligne_rejetee",
                    "update databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'a.person'");

            assertThatThrownBy(() -> Schema.update(c, false))
                    .isInstanceOfSatisfying(
                            SchemaException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOCKED))
                    .hasMessageContaining("a.person")
                    .hasMessageContaining(
                            "update databasechangeloglock set locked = false, lockgranted = null, lockedby = null");
        }
    }

    @Test
    void a_table_that_a_job_holds_is_not_waited_for_without_end() throws Exception {
        try (TestDatabase database = Databases.create();
                Connection job = database.connect();
                Connection c = database.connect()) {
            Schema.update(c, false);
            Databases.run(c, "drop table ligne_rejetee", "delete from databasechangelog where id = 'ligne_rejetee'");
            job.setAutoCommit(false);
            Databases.run(job, "lock table fichier_source in access exclusive mode");

            assertThatThrownBy(() -> Schema.update(c, false, Duration.ofMillis(50)))
                    .isInstanceOfSatisfying(
                            SchemaException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOCKED))
                    .hasMessageContaining("a running job");
        }
    }
}
