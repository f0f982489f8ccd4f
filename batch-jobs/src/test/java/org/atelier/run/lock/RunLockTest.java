package org.atelier.run.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class RunLockTest {

    @Test
    void only_one_holds_a_scope_until_it_lets_go_or_dies() throws Exception {
        try (TestDatabase database = PostgresServer.shared().createDatabase()) {
            DatabaseSettings settings =
                    new DatabaseSettings(database.jdbcUrl(), database.username(), new Secret(database.password()));
            RunLock first = RunLock.tryTake(settings, "machine-logs").orElseThrow();

            assertThat(RunLock.tryTake(settings, "machine-logs")).isEmpty();
            try (RunLock other = RunLock.tryTake(settings, "orders").orElseThrow()) {
                assertThat(other).isNotNull();
            }
            first.close();
            Optional<RunLock> second = RunLock.tryTake(settings, "machine-logs");
            assertThat(second).isPresent();

            Jdbi.create(database.dataSource())
                    .useHandle(handle -> handle.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity "
                            + "where application_name like 'atelier lock %' and datname = current_database()"));
            try (RunLock third = RunLock.tryTake(settings, "machine-logs").orElseThrow()) {
                assertThat(third).isNotNull();
            }
        }
    }

    /** The first one is let go when the second one has been waited for, too: the rest of the time is left, not all. */
    @Test
    void a_shard_waits_for_both_of_its_locks_no_longer_than_it_was_told() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (TestDatabase database = PostgresServer.shared().createDatabase()) {
            DatabaseSettings settings =
                    new DatabaseSettings(database.jdbcUrl(), database.username(), new Secret(database.password()));
            Jdbi jdbi = Jdbi.create(database.dataSource());
            RunLock whole = RunLock.tryTake(settings, "machine-logs").orElseThrow();
            try (RunLock other = RunLock.tryTake(settings, "orders").orElseThrow();
                    Handle part = jdbi.open()) {
                part.execute("select pg_advisory_lock(" + ScopeLock.KEY + ")", "machine-logs#1/2");
                List<String> ended = new CopyOnWriteArrayList<>();
                Future<?> shard = threads.submit(() -> waiting(settings, "machine-logs#1/2", ended));
                awaitWaiting(jdbi, shard, 1, "500 ms");
                Future<?> later = threads.submit(() -> waiting(settings, other.scope(), ended));
                awaitWaiting(jdbi, later, 2, "0 ms");
                whole.close();
                shard.get();
                later.get();
                assertThat(ended).containsExactly("machine-logs#1/2", "orders");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_wait_longer_than_a_server_can_count_is_a_long_wait() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (TestDatabase database = PostgresServer.shared().createDatabase()) {
            DatabaseSettings settings =
                    new DatabaseSettings(database.jdbcUrl(), database.username(), new Secret(database.password()));
            Future<Boolean> taken;
            try (RunLock held = RunLock.tryTake(settings, "orders").orElseThrow()) {
                taken = threads.submit(() -> {
                    try (RunLock lock = RunLock.take(settings, held.scope(), Duration.ofSeconds(Long.MAX_VALUE))
                            .orElse(null)) {
                        return lock != null;
                    }
                });
                awaitWaiting(Jdbi.create(database.dataSource()), taken, 1, "0 ms");
            }
            assertThat(taken.get()).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void waiting(DatabaseSettings settings, String scope, List<String> ended) throws SQLException {
        try (RunLock lock =
                RunLock.take(settings, scope, Duration.ofMillis(1_500)).orElse(null)) {
            assertThat(lock).isNull();
            ended.add(scope);
        }
        return null;
    }

    /** Until so many sessions wait for locks in this database, the first one for that long. */
    private static void awaitWaiting(Jdbi jdbi, Future<?> waiter, int sessions, String since) {
        boolean there = false;
        while (!there) {
            assertThat(waiter.isDone()).as("it waits no more").isFalse();
            there = jdbi.withHandle(handle -> handle.createQuery("""
                            select count(*) = :sessions and min(waitstart) <= now() - cast(:since as interval)
                              from pg_locks, pg_sleep(0.01) where locktype = 'advisory' and not granted
                               and database = (select oid from pg_database where datname = current_database())
                            """)
                    .bind("sessions", sessions)
                    .bind("since", since)
                    .mapTo(Boolean.class)
                    .findOne()
                    .orElse(false));
        }
    }
}
