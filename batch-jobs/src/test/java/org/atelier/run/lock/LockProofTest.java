package org.atelier.run.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.run.RunOwner;
import org.atelier.run.TypedStep;
import org.atelier.run.engine.CountingJob;
import org.atelier.run.engine.EngineSettings;
import org.atelier.run.engine.OneSessionPooler;
import org.atelier.run.engine.RunEngine;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockProofTest {

    private final TestDatabase database = ReadyDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    private DatabaseSettings settings(String url, @Nullable String lockUrl) {
        return new DatabaseSettings(url, database.username(), new Secret(database.password()), lockUrl);
    }

    @Test
    void a_server_keeps_the_lock_with_its_connection() throws Exception {
        assertThat(LockProof.of(settings(database.jdbcUrl(), null))).isEqualTo(LockProof.Verdict.KEPT);
    }

    @Test
    void a_pooler_that_does_not_keep_sessions_is_found_out_and_passed_by() throws Exception {
        try (OneSessionPooler pooler = new OneSessionPooler(database.jdbcUrl())) {
            assertThat(LockProof.of(settings(pooler.jdbcUrl(), null))).isEqualTo(LockProof.Verdict.SHARED);
            assertThat(LockProof.of(settings(pooler.jdbcUrl(), database.jdbcUrl())))
                    .isEqualTo(LockProof.Verdict.KEPT);
        }
    }

    @Test
    void a_run_behind_such_a_pooler_does_not_begin() throws Exception {
        try (OneSessionPooler pooler = new OneSessionPooler(database.jdbcUrl())) {
            RunEngine engine = new RunEngine(
                    settings(pooler.jdbcUrl(), null),
                    new EngineSettings(1),
                    new RunOwner("test", 1, null, "manual", "test"),
                    id -> "run.log",
                    TypedStep::of);
            assertThatThrownBy(() ->
                            engine.run(CountingJob.class, "counting", List.of(new CountingJob.AfterEach(n -> {}))))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("set atelier.database.lock-url");
        }
    }
}
