package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.launcher.ForkedProcess;
import org.atelier.launcher.NextSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are stopped, waited for, recovered and given up, by commands and signals. */
class RunControlIT {

    private static final String STATUS = "select status from batch_job_execution order by job_execution_id limit 1";
    private static final String WAITING =
            "select count(*) > 0 from pg_locks where not granted and locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())";

    @TempDir
    Path directory;

    private Site site;

    @BeforeEach
    void open() throws Exception {
        site = Site.open(directory);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private void kill(Workshop.Launched run) throws Exception {
        run.process().destroyForcibly();
        run.end();
        site.release();
    }

    @Test
    void a_suspended_run_is_recovered_by_force_alone_and_commits_nothing_when_it_wakes() throws Exception {
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        Workshop.signal(held.process(), "STOP");
        site.release();
        ForkedProcess refused = site.ask(6, "recover", "last");
        assertThat(refused.err()).contains("run 1 is alive and is not recovered");
        assertThat(site.follow(refused, "atelier status", 0).out()).contains("running");
        ForkedProcess forced = site.ask(0, "recover", "last", "--force");
        assertThat(site.one(STATUS)).isEqualTo("FAILED");
        site.follow(forced, "atelier restart 1", 0);
        String hash = site.workshop.tableHash();
        Workshop.signal(held.process(), "CONT");
        ForkedProcess woken = held.end();
        assertThat(woken.code()).as(woken.err() + woken.out()).isEqualTo(6);
        assertThat(site.follow(woken, "atelier history machine-logs --all", 0).out())
                .contains("COMPLETED");
        assertThat(site.workshop.tableHash()).isEqualTo(hash);
        assertThat(site.one(STATUS)).isEqualTo("FAILED");
    }

    @Test
    void a_dead_run_stays_as_it_is_when_recovery_is_not_wanted() throws Exception {
        kill(site.launchHeld("run", "machine-logs"));
        ForkedProcess refused = site.run(1, "restart", "last", "--recover", "never");
        assertThat(refused.err()).contains("run 1 of machine-logs was not ended: its process died");
        assertThat(site.one(STATUS)).isEqualTo("STARTED");
        ForkedProcess recovered = site.follow(refused, "atelier recover 1", 0);
        assertThat(site.one(STATUS)).isEqualTo("FAILED");
        site.follow(recovered, "atelier restart 1", 0);
        site.ask(5, "recover", "1");
    }

    @Test
    void all_dead_runs_are_recovered_at_once_and_a_superseded_one_is_not_restarted() throws Exception {
        kill(site.launchHeld("run", "machine-logs"));
        site.run(0, "run", "machine-logs", "--recover", "never");
        assertThat(site.one(STATUS)).isEqualTo("STARTED");
        assertThat(site.ask(0, "status").out()).contains("dead");
        assertThat(site.ask(0, "recover", "--all", "--dry-run").out()).containsPattern("would recover[\\s\\S]*1");
        assertThat(site.one(STATUS)).isEqualTo("STARTED");
        assertThat(NextSteps.of(site.ask(0, "recover", "--all"))).isEmpty();
        assertThat(site.one(STATUS)).isEqualTo("FAILED");
        ForkedProcess superseded = site.run(5, "restart", "1");
        assertThat(superseded.err()).contains("run 1 is superseded by 2");
        site.follow(superseded, "atelier run machine-logs", 0);
    }

    @Test
    void an_abandoned_range_begins_anew() throws Exception {
        Workshop.Launched held = site.launchHeld("run", "machine-logs", "--date", "2025-05-05");
        Workshop.signal(held.process(), "TERM");
        held.awaitMessage("SIGTERM: stopping");
        site.release();
        assertThat(held.end().code()).isEqualTo(9);
        ForkedProcess abandoned = site.ask(0, "abandon", "last");
        assertThat(site.run(5, "restart", "last").err()).contains("run 1 was abandoned");
        site.follow(abandoned, "atelier run machine-logs", 0);
        assertThat(site.one("select string_agg(concat_ws(' ', attempt, status), ', ' order by run_id) from v_run"))
                .isEqualTo("1 ABANDONED, 2 COMPLETED");
        assertThat(site.one("select string_agg(distinct date_production::text, ' ') from session_production"))
                .isEqualTo("2025-05-05");
    }

    @Test
    void a_stop_that_waits_returns_when_the_work_has_ended() throws Exception {
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        ForkedProcess asked = site.ask(0, "stop", "last");
        assertThat(site.ask(6, "stop", "last", "--wait", "--timeout", "1s").err())
                .contains("is still at work after 1 s");
        assertThat(held.process().isAlive()).isTrue();
        Workshop.Launched stop = site.launch(NextSteps.only(asked, "atelier stop"));
        site.workshop.until(held.process(), WAITING);
        assertThat(stop.process().isAlive()).isTrue();
        site.release();
        ForkedProcess stopped = stop.end();
        assertThat(stopped.code()).as(stopped.err()).isZero();
        assertThat(stopped.out()).contains("stopped");
        assertThat(site.one(STATUS)).isEqualTo("STOPPED");
        assertThat(held.end().code()).isEqualTo(9);
        site.follow(stopped, "atelier restart 1", 0);
    }

    @Test
    void status_tells_who_waits_for_whom_what_is_stalled_and_how_long_it_will_take() throws Exception {
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        Workshop.Launched waiter = site.launch("run", "machine-logs", "--if-running", "wait");
        site.workshop.until(waiter.process(), WAITING);
        Workshop.signal(held.process(), "STOP");
        site.workshop.execute("update atelier_run set progress_at = now() - interval '3 minutes',"
                + " progress = progress || '{\"done\": 1, \"total\": 2}'");
        assertThat(site.ask(0, "status", "-o", "json").out())
                .contains("\"stalled\"")
                .containsPattern("\"left_ms\": ?[1-9]")
                .containsPattern("\"waiting\": ?\\[\\s*\"" + waiter.process().pid() + "@");
        Workshop.signal(held.process(), "CONT");
        site.release();
        assertThat(held.end().code()).isZero();
        assertThat(waiter.end().out()).contains("COMPLETED");
        assertThat(site.one("select max(seq) || ' ' || count(*) from v_run")).isEqualTo("2 2");
    }

    @Test
    void a_run_beside_another_one_is_skipped_unless_it_is_to_wait() throws Exception {
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        assertThat(site.run(0, "run", "machine-logs").out()).contains("SKIPPED", "another run of machine-logs");
        ForkedProcess waited = site.run(6, "run", "machine-logs", "--if-running", "wait", "--wait-timeout", "1s");
        assertThat(waited.err()).contains("another run of machine-logs is at work");
        site.release();
        assertThat(held.end().code()).isZero();
        assertThat(site.one("select count(*) from batch_job_execution")).isEqualTo("1");
    }

    @Test
    void a_second_signal_ends_the_process_at_once_and_the_next_run_recovers_it() throws Exception {
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        Workshop.signal(held.process(), "TERM");
        held.awaitMessage("once more ends at once");
        Workshop.signal(held.process(), "TERM");
        assertThat(held.end().code()).isEqualTo(128 + 15);
        site.release();
        assertThat(site.one(STATUS)).isIn("STARTED", "STOPPING");
        site.run(0, "run", "machine-logs");
        assertThat(site.one("select string_agg(status || coalesce(' ' || cause, ''), ', ' order by run_id) from v_run"))
                .isEqualTo("FAILED its process died, COMPLETED");
    }

    @Test
    void what_could_not_be_read_is_told_and_taken_by_the_next_run() throws Exception {
        Path other = Files.createDirectories(directory.resolve("logs/DEM12 (ALU)"));
        ForkedProcess failed = site.run(8, "run", "machine-logs");
        assertThat(failed.out()).contains("DEM12 (ALU)");
        assertThat(site.one("select count(distinct centre_usinage_id) from session_production"))
                .isEqualTo("1");
        site.follow(failed, "atelier logs", 0);
        Files.delete(other);
        site.follow(failed, "atelier run", 0);
        assertThat(site.one("select count(distinct centre_usinage_id) from session_production"))
                .isEqualTo("2");
    }
}
