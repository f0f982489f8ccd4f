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

/** Every exit code there is, from a process, in the order of their numbers. What it says to do next is done. */
class ExitCodesIT {

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

    @Test
    void zero_when_all_is_done_and_when_nothing_is_to_do() throws Exception {
        assertThat(site.run(0, "run", "machine-logs").out()).contains("COMPLETED");
        assertThat(site.run(0, "run", "machine-logs").out()).containsPattern("nothing to do +yes");
    }

    @Test
    void one_when_a_run_failed_and_its_restart_completes_it() throws Exception {
        site.workshop.execute("alter table piece_production rename to piece_elsewhere");
        ForkedProcess failed = site.run(1, "run", "machine-logs");
        assertThat(failed.out()).contains("FAILED", "piece_production");
        assertThat(site.follow(failed, "atelier logs", 0).out()).contains("piece_production");
        site.workshop.execute("alter table piece_elsewhere rename to piece_production");
        assertThat(site.ask(0, "show", "last-failed").out()).contains("next step", "atelier restart 1");
        assertThat(site.follow(failed, "atelier restart", 0).out()).contains("COMPLETED");
        assertThat(site.ask(0, "show", "1").out()).doesNotContain("atelier restart");
    }

    @Test
    void two_when_the_command_line_is_wrong_and_nothing_runs() throws Exception {
        ForkedProcess wrong = site.run(2, "run", "machine-logs", "--dry-rn");
        assertThat(wrong.err()).contains("did you mean --dry-run?");
        assertThat(site.follow(wrong, "atelier run", 0).out()).contains("Usage: ");
        assertThat(site.one("select count(*) from batch_job_execution")).isEqualTo("0");
    }

    @Test
    void three_when_the_configuration_is_wrong() throws Exception {
        site.workshop.set("ATELIER_TIME_ZONE", "Mars");
        ForkedProcess wrong = site.run(3, "run", "machine-logs");
        assertThat(wrong.err()).contains("Mars");
        assertThat(site.follow(wrong, "atelier check config", 3).out()).contains("Mars");
        site.workshop.set("ATELIER_TIME_ZONE", null);
        site.follow(wrong, "atelier check config", 0);
    }

    @Test
    void three_when_a_migration_is_pending_and_the_update_cures_it() throws Exception {
        site.workshop.execute("drop view v_run_step");
        site.workshop.execute("delete from databasechangelog where id = 'v_run_step'");
        ForkedProcess pending = site.run(3, "run", "machine-logs");
        assertThat(pending.err()).contains("older than this program", "1 changes are pending");
        site.follow(pending, "atelier db update", 0);
        assertThat(site.run(0, "run", "machine-logs").out()).contains("COMPLETED");
    }

    @Test
    void three_when_the_database_holds_tables_of_others_and_adopting_them_cures_it() throws Exception {
        site.workshop.execute("drop schema public cascade; create schema public");
        site.workshop.execute("create table session_production (id bigint)");
        ForkedProcess foreign = site.ask(3, "history");
        assertThat(foreign.err()).contains("session_production");
        site.follow(foreign, "atelier db update --adopt", 0);
        site.ask(0, "history");
    }

    @Test
    void four_when_there_is_no_such_run_job_or_file() throws Exception {
        ForkedProcess run = site.run(4, "show", "999");
        assertThat(run.err()).contains("there is no run '999'");
        site.follow(run, "atelier history", 0);
        ForkedProcess job = site.run(4, "run", "machine-log");
        assertThat(job.err()).contains("did you mean machine-logs?");
        site.follow(job, "atelier jobs list", 0);
        site.follow(site.ask(4, "files", "show", "x.LOG"), "atelier files list", 0);
    }

    @Test
    void five_when_the_run_is_complete() throws Exception {
        site.run(0, "run", "machine-logs", "--date", "2025-05-05");
        ForkedProcess restarted = site.run(5, "restart", "last");
        assertThat(restarted.err()).contains("run 1 is complete");
        ForkedProcess again = site.run(5, "run", "machine-logs", "--date", "2025-05-05");
        assertThat(NextSteps.of(again)).isEqualTo(NextSteps.of(restarted));
        assertThat(NextSteps.only(again, "atelier run")).endsWith("--date", "2025-05-05", "--again");
    }

    @Test
    void six_when_another_run_is_at_work() throws Exception {
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        ForkedProcess locked = site.run(6, "run", "machine-logs", "--if-running", "fail");
        assertThat(locked.err()).contains("another run of machine-logs is at work");
        assertThat(site.follow(locked, "atelier status machine-logs", 0).out()).contains("running");
        site.release();
        assertThat(held.end().code()).isZero();
    }

    @Test
    void seven_when_the_database_cannot_be_reached() throws Exception {
        site.workshop.set("ATELIER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/atelier");
        site.workshop.set("ATELIER_DATABASE_PATIENCE", "0s");
        ForkedProcess database = site.run(7, "run", "machine-logs");
        assertThat(database.err()).contains("127.0.0.1:1").doesNotContain("unexpected");
        site.follow(database, "atelier check database", 7);
    }

    @Test
    void eight_when_too_many_lines_are_rejected_and_a_restart_accepts_them() throws Exception {
        site.writeRejects(20, 3);
        site.writeRejects(21, 3);
        ForkedProcess over = site.run(8, "run", "machine-logs", "--max-rejects", "5");
        assertThat(over.out()).contains("lines are rejected, over the limit of 5 lines");
        site.follow(over, "atelier preview", 0);
        ForkedProcess still = site.run(8, "restart", "last", "--max-rejects", "5");
        assertThat(still.out()).contains("lines are rejected, over the limit of 5 lines");
        assertThat(NextSteps.of(still)).contains("atelier restart 2");
        assertThat(site.run(0, "restart", "last", "--max-rejects", "1000").out())
                .contains("COMPLETED");
        assertThat(site.one("select count(distinct job_instance_id) || ' ' || count(*) from batch_job_execution"))
                .isEqualTo("1 3");
    }

    @Test
    void nine_when_it_was_terminated_and_a_restart_goes_on() throws Exception {
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        Workshop.signal(held.process(), "TERM");
        held.awaitMessage("SIGTERM: stopping");
        site.release();
        ForkedProcess stopped = held.end();
        assertThat(stopped.code()).as(stopped.err()).isEqualTo(9);
        assertThat(stopped.err()).contains("SIGTERM: stopping at the edge of the chunks at work");
        assertThat(stopped.out()).contains("STOPPED", "stopped as asked");
        assertThat(site.ask(0, "history").out()).contains("stopped as asked").doesNotContain("Exception");
        assertThat(site.follow(stopped, "atelier restart", 0).out()).contains("COMPLETED");
    }

    @Test
    void ten_when_nothing_was_read_and_that_is_to_fail() throws Exception {
        Files.createDirectories(directory.resolve("empty/DEM12 (PVC)"));
        site.workshop.set(
                "ATELIER_MACHINE_LOGS_SOURCE",
                directory.resolve("empty").toUri().toString());
        assertThat(site.run(10, "run", "machine-logs", "--fail-on-empty").out()).containsPattern("exit code +10");
    }
}
