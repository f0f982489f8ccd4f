package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.ForkedProcess;
import org.atelier.launcher.ReadyDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a run's process, the tables are those of an undisturbed run. */
class SurvivalIT {

    /** Raises how often processes are killed and started together; see docs/testing.md. */
    private static final int TIMES = Integer.getInteger("atelier.survival.times", 1);

    private static final String AT_WORK = "select count(*) > 0 from plan_jour where etat = 'done'";

    @TempDir
    static Path shared;

    private static String expected = "";
    private static long undisturbedMillis;

    private final List<Process> started = new ArrayList<>();
    private Workshop workshop;
    private TestDatabase database;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        Workshop.writeLogs(shared.resolve("logs"));
        try (TestDatabase database = ReadyDatabase.create()) {
            Workshop calm = new Workshop(shared, database.jdbcUrl(), database.username(), database.password());
            long began = System.nanoTime();
            calm.runWell("run", "machine-logs");
            undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            expected = calm.tableHash();
        }
    }

    @BeforeEach
    void open() throws Exception {
        database = ReadyDatabase.create();
        workshop = new Workshop(shared, database.jdbcUrl(), database.username(), database.password());
    }

    @AfterEach
    void close() {
        started.forEach(Process::destroyForcibly);
        database.close();
    }

    private Process start(String... arguments) throws Exception {
        Process process = workshop.start(arguments);
        started.add(process);
        return process;
    }

    private void assertUndisturbed() throws Exception {
        assertThat(workshop.tableHash()).isEqualTo(expected);
        assertThat(workshop.one("select count(*) from batch_job_execution where status in"
                        + " ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')"))
                .isEqualTo("0");
        assertThat(workshop.one("select count(*) from fichier_source where etat <> 'loaded'"))
                .isEqualTo("0");
    }

    @Test
    void killed_at_random_points_the_next_run_gives_the_same_tables() throws Exception {
        Random random = new Random(20_250_527);
        for (int n = 0; n < 10 * TIMES; n++) {
            Process process = start("run", "machine-logs");
            process.waitFor(600 + random.nextLong(undisturbedMillis), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            Workshop.end(process);
        }
        workshop.runWell("run", "machine-logs");
        assertUndisturbed();
    }

    @Test
    void a_killed_run_is_restarted_and_does_exactly_the_rest() throws Exception {
        Process process = start("run", "machine-logs");
        workshop.until(process, AT_WORK);
        process.destroyForcibly();
        Workshop.end(process);
        workshop.runWell("restart", "--last", "machine-logs");
        assertUndisturbed();
        assertThat(workshop.one("select count(*) from batch_job_instance")).isEqualTo("1");
        assertThat(workshop.one("select string_agg(status, ' ' order by job_execution_id) from batch_job_execution"))
                .isEqualTo("FAILED COMPLETED");
        assertThat(workshop.run("restart", "last").code()).isEqualTo(5);
    }

    @Test
    void of_two_launchers_at_the_same_instant_one_works() throws Exception {
        for (int n = 0; n < 5 * TIMES; n++) {
            Process one = start("run", "machine-logs", "--if-running", "fail");
            Process two = start("run", "machine-logs", "--if-running", "fail");
            List<Integer> codes = List.of(Workshop.end(one), Workshop.end(two));
            assertThat(codes).contains(0).allMatch(code -> code == 0 || code == 6);
        }
        assertUndisturbed();
    }

    @Test
    void a_suspended_run_that_lost_its_lock_commits_nothing_when_it_wakes() throws Exception {
        Process process = start("run", "machine-logs");
        workshop.until(process, AT_WORK);
        Workshop.signal(process, "STOP");
        workshop.one("select bool_and(pg_terminate_backend(pid, 5000)) from pg_stat_activity"
                + " where application_name like 'atelier lock %' and datname = current_database()");
        workshop.runWell("run", "machine-logs", "--if-running", "fail");
        String written = "select string_agg(etat || ' ' || n, ',') from (select etat, count(*) as n from plan_jour"
                + " where job_instance_id = (select min(job_instance_id) from batch_job_instance) group by 1) p";
        String before = workshop.one(written);
        String changes = "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables"
                + " where relname in ('session_production', 'piece_production', 'fichier_source', 'plan_jour')";
        workshop.one("select pg_stat_force_next_flush()");
        String changed = workshop.one(changes);

        Workshop.signal(process, "CONT");

        assertThat(Workshop.end(process)).isNotZero();
        assertThat(workshop.one(written)).isEqualTo(before).contains("planned");
        assertThat(workshop.one(changes)).isEqualTo(changed);
        assertUndisturbed();
    }

    @Test
    void a_terminated_run_ends_with_nine_and_is_restarted() throws Exception {
        Process process = start("run", "machine-logs");
        workshop.until(process, AT_WORK);
        Workshop.signal(process, "TERM");
        assertThat(Workshop.end(process)).isEqualTo(9);
        assertThat(workshop.one("select status from batch_job_execution")).isEqualTo("STOPPED");
        assertThat(workshop.one("select count(*) > 0 from plan_jour where etat = 'planned'"))
                .isEqualTo("t");
        workshop.runWell("restart", "last");
        assertUndisturbed();
    }

    @Test
    void refusals_tell_what_to_do() throws Exception {
        Process process = start("run", "machine-logs");
        workshop.until(process, "select count(*) > 0 from atelier_run where progress is not null");
        Workshop.signal(process, "STOP");
        ForkedProcess recover = workshop.run("recover", "last");
        assertThat(recover.code()).as(recover.err()).isEqualTo(6);
        assertThat(recover.err()).contains("is alive and is not recovered").contains("next: ");
        assertThat(workshop.run("abandon", "last").code()).isEqualTo(6);
        assertThat(workshop.run("restart", "last").code()).isEqualTo(6);
        workshop.runWell("stop", "last");
        ForkedProcess twice = workshop.run("stop", "last");
        assertThat(twice.code()).isEqualTo(6);
        assertThat(twice.err()).contains("was asked to stop already").contains("--wait");
        Workshop.signal(process, "CONT");
        int code = Workshop.end(process);
        assertThat(code).isIn(0, 9);
        ForkedProcess again = workshop.run("stop", "last");
        assertThat(again.code()).isEqualTo(5);
        assertThat(again.err()).contains("has ended");
        workshop.runWell("run", "machine-logs");
        long oldest = Long.parseLong(workshop.one("select min(job_execution_id) from batch_job_execution"));
        ForkedProcess superseded = workshop.run("restart", Long.toString(oldest));
        assertThat(superseded.code()).isEqualTo(5);
        assertThat(superseded.err())
                .contains(code == 9 ? "is superseded by" : "is complete")
                .contains("next: ");
        assertUndisturbed();
    }

    @Test
    void a_range_writes_its_days_alone_and_the_next_run_the_others() throws Exception {
        workshop.runWell("run", "machine-logs", "--from", "2025-05-05", "--to", "2025-05-09");
        assertThat(workshop.one("select min(date_production) || ' ' || max(date_production) from session_production"))
                .isEqualTo("2025-05-05 2025-05-09");
        ForkedProcess again = workshop.run("run", "machine-logs", "--from", "2025-05-05", "--to", "2025-05-09");
        assertThat(again.code()).isEqualTo(5);
        assertThat(again.err()).contains("--again");
        workshop.runWell("run", "machine-logs", "--from", "2025-05-05", "--to", "2025-05-09", "--again");
        assertThat(workshop.one("select string_agg(attempt::text, ' ' order by run_id) from v_run"))
                .isEqualTo("1 2");
        workshop.runWell("run", "machine-logs");
        assertUndisturbed();
    }

    @Test
    void what_runs_is_shown_while_it_runs() throws Exception {
        Process process = start("run", "machine-logs");
        workshop.until(process, "select count(*) > 0 from atelier_run where progress is not null");
        Workshop.signal(process, "STOP");
        ForkedProcess status = workshop.run("status", "-o", "json");
        Workshop.signal(process, "CONT");
        assertThat(status.code()).isZero();
        assertThat(status.out()).contains("atelier.status/1").contains("\"running\"");
        assertThat(Workshop.end(process)).isZero();
        assertThat(workshop.run("status").out()).contains("Nothing runs.");
    }
}
