package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.atelier.fixtures.postgres.DurablePostgres;
import org.atelier.fixtures.postgres.EmbeddedPostgres;
import org.atelier.fixtures.postgres.PostgresAddress;
import org.atelier.launcher.ForkedProcess;
import org.atelier.launcher.NextSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is stopped while a run is at work, and is not back before the run's patience ends. */
class GoneServerIT {

    @TempDir
    Path directory;

    private DurablePostgres server() {
        return EmbeddedPostgres.durable(directory.resolve("server"));
    }

    @AfterEach
    void stop() {
        server().stop();
    }

    @Test
    void a_run_whose_server_stays_away_ends_with_seven_and_goes_on_when_it_is_back() throws Exception {
        Workshop.writeLogs(directory.resolve("logs"));
        PostgresAddress address = server().startOrJoin();
        Workshop workshop = new Workshop(directory, address.jdbcUrl(), address.user(), address.password());
        workshop.set("ATELIER_DATABASE_PATIENCE", "1s");
        workshop.runWell("db", "update");

        Workshop.Launched run = workshop.launch("run", "machine-logs");
        try {
            workshop.until(run.process(), "select count(*) > 5 from plan_jour where etat = 'done'");
            server().stop();
            ForkedProcess ended = run.end();
            assertThat(ended.code()).as(ended.err() + ended.out()).isEqualTo(7);
            assertThat(ended.err()).doesNotContain("unexpected", "Exception", "\tat ");
            assertThat(ended.out()).containsPattern("failure +The (PostgreSQL database|run's lock)");
            List<String> next = NextSteps.of(ended);
            assertThat(next).containsExactly("atelier check all", "atelier restart 1");

            workshop.set("ATELIER_DATABASE_URL", server().startOrJoin().jdbcUrl());
            for (String command : next) {
                workshop.runWell(NextSteps.arguments(command));
            }
        } finally {
            run.process().destroyForcibly();
        }
    }
}
