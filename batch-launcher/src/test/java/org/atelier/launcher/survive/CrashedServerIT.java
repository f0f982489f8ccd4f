package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.atelier.fixtures.postgres.EmbeddedPostgres;
import org.atelier.fixtures.postgres.PostgresAddress;
import org.atelier.fixtures.postgres.ThrowAwayPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that crashes and starts again while a run is at work. It has the server to itself. */
class CrashedServerIT {

    /** Raises how often the server crashes; see docs/testing.md. */
    private static final int TIMES = Integer.getInteger("atelier.survival.times", 1);

    @TempDir
    Path directory;

    @Test
    void a_run_goes_on_when_the_server_restarts_twice() throws Exception {
        Workshop.writeLogs(directory.resolve("logs"));
        try (ThrowAwayPostgres server = EmbeddedPostgres.throwAway()) {
            PostgresAddress address = server.address();
            new Workshop(directory, address.jdbcUrl(), address.user(), address.password())
                    .execute("create database calm");
            Workshop calm = workshop(address, "calm");
            calm.runWell("run", "machine-logs");
            for (int n = 0; n < TIMES; n++) {
                calm.execute("create database disturbed" + n);
                goesOn(workshop(address, "disturbed" + n), calm.tableHash());
            }
        }
    }

    private Workshop workshop(PostgresAddress address, String database) throws Exception {
        String url = address.jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
        Workshop workshop = new Workshop(directory, url, address.user(), address.password());
        workshop.setUp();
        return workshop;
    }

    private static void goesOn(Workshop workshop, String expected) throws Exception {
        Process process = workshop.start("run", "machine-logs");
        try {
            workshop.until(process, "select count(*) > 5 from plan_fichier where etat <> 'to_fetch'");
            crash(workshop);
            workshop.until(process, "select count(*) > 5 from plan_jour where etat = 'done'");
            crash(workshop);
            assertThat(Workshop.end(process)).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(workshop.tableHash()).isEqualTo(expected);
        assertThat(workshop.one("select count(*) from batch_job_instance")).isEqualTo("1");
        assertThat(workshop.one("select string_agg(distinct etat, ' ') from fichier_source"))
                .isEqualTo("loaded");
    }

    /** The server takes the violent end of one of its processes for a crash: it ends them all and recovers. */
    private static void crash(Workshop workshop) throws Exception {
        String pid = workshop.one("select pid from pg_stat_activity where application_name like 'atelier lock %'");
        new ProcessBuilder("kill", "-KILL", pid).inheritIO().start().waitFor();
    }
}
