package org.atelier.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.transfer.Secret;
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
}
