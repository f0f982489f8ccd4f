package org.atelier.run.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.run.EndRequest;
import org.atelier.run.NextStep;
import org.atelier.run.RunEnding;
import org.atelier.run.RunHooks;
import org.atelier.run.RunOrder;
import org.atelier.run.RunTarget;
import org.atelier.run.StopRequest;
import org.atelier.run.TypedStep;
import org.atelier.run.engine.CountingJob;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run that was to end and does not. */
class LeaveBehindTest {

    private final TestDatabase database = ReadyDatabase.create();
    private final StopRequest stop = new StopRequest();
    private final EndRequest end = new EndRequest(stop);
    private final CompletableFuture<String> left = new CompletableFuture<>();

    @AfterEach
    void close() {
        database.close();
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings(database.jdbcUrl(), database.username(), new Secret(database.password()));
    }

    private LeaveBehind start(DatabaseSettings settings, long run) {
        RunHooks hooks = new RunHooks() {
            @Override
            public void doesNotEnd(RunEnding ending, NextStep goOn) {
                left.complete(ending + ": " + TypedStep.of(goOn));
            }
        };
        RunOrder order = new RunOrder(
                "counting",
                CountingJob.class,
                "counting",
                new RunTarget.Tick(),
                Duration.ZERO,
                true,
                List.of(),
                stop,
                hooks);
        return LeaveBehind.start(settings, end, order, () -> run, Duration.ofMillis(100), TypedStep::of);
    }

    private String left() throws Exception {
        return left.get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_run_whose_end_cannot_be_recorded_is_left_all_the_same() throws Exception {
        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute("drop table atelier_run cascade"));
        try (LeaveBehind leave = start(settings(), 7)) {
            stop.ask("SIGTERM");
            assertThat(left()).isEqualTo("STOPPED: atelier restart 7");
            assertThat(leave).isNotNull();
        }
    }

    @Test
    void a_run_whose_record_is_locked_by_somebody_is_left_all_the_same() throws Exception {
        try (var holding = database.connect();
                LeaveBehind leave = start(settings(), 7)) {
            holding.setAutoCommit(false);
            Jdbi.create(holding).useHandle(handle -> handle.execute("lock table batch_step_execution"));
            end.lost("the lock is lost");
            assertThat(left()).isEqualTo("UNREACHABLE: atelier restart 7");
            assertThat(leave).isNotNull();
        }
    }

    @Test
    void a_run_that_did_not_begin_is_left_with_the_command_that_starts_it() throws Exception {
        try (LeaveBehind leave = start(settings(), 0)) {
            stop.ask("SIGTERM");
            assertThat(left()).isEqualTo("STOPPED: atelier run counting");
            assertThat(leave).isNotNull();
        }
    }
}
