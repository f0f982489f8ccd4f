package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckLockTest {

    @TempDir
    Path directory;

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    private CommandLineUse check(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "ATELIER_DATABASE_URL", database.jdbcUrl(),
                "ATELIER_DATABASE_USERNAME", database.username(),
                "ATELIER_DATABASE_PASSWORD", database.password(),
                "ATELIER_DATA_DIR", directory.toString()));
        environment.putAll(more);
        return CommandLineUse.of(directory, environment, "check", "database", "-o", "csv");
    }

    @Test
    void nothing_is_said_of_the_lock_where_it_works_by_the_databases_own_address() {
        CommandLineUse use = check(Map.of());
        assertThat(use.code()).isZero();
        assertThat(use.out().lines()).hasSize(2);
    }

    @Test
    void another_address_of_the_same_database_keeps_the_lock() {
        CommandLineUse use = check(Map.of("ATELIER_DATABASE_LOCK_URL", database.jdbcUrl() + "?tcpKeepAlive=true"));
        assertThat(use.code()).isZero();
        assertThat(use.out()).contains("tcpKeepAlive=true,keeps the lock of runs");
    }

    @Test
    void a_lock_in_another_database_is_refused() {
        try (TestDatabase other = PostgresServer.shared().createDatabase()) {
            CommandLineUse use = check(Map.of("ATELIER_DATABASE_LOCK_URL", other.jdbcUrl()));
            assertThat(use.code()).isEqualTo(3);
            assertThat(use.out())
                    .contains("database,problem," + other.jdbcUrl() + ",another database than " + database.jdbcUrl())
                    .contains("correct atelier.database.lock-url");
        }
    }

    @Test
    void a_lock_that_cannot_be_reached_is_told_with_its_address() {
        CommandLineUse use = check(Map.of("ATELIER_DATABASE_LOCK_URL", "jdbc:postgresql://127.0.0.1:1/atelier"));
        assertThat(use.code()).isEqualTo(7);
        assertThat(use.out()).contains("database,unreachable,jdbc:postgresql://127.0.0.1:1/atelier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://127.0.0.1/atelier", "atelier"})
    void a_lock_url_that_is_none_is_a_problem_of_the_configuration(String url) {
        CommandLineUse use = check(Map.of("ATELIER_DATABASE_LOCK_URL", url));
        assertThat(use.code()).isEqualTo(3);
        assertThat(use.out()).contains("ATELIER_DATABASE_LOCK_URL");
    }
}
