package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.launcher.ForkedProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted when it is old, and what never is. */
class PurgeIT {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    Path directory;

    private Site site;

    @BeforeEach
    void open() throws Exception {
        site = Site.open(directory);
        site.writeRejects(20, 3);
        site.run(0, "run", "machine-logs");
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private List<Path> landed() throws IOException {
        try (Stream<Path> files = Files.walk(site.workshop.landing())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    @Test
    void rejects_logs_and_runs_are_kept_for_their_time_and_the_newest_run_of_a_scope_for_ever() throws Exception {
        site.run(0, "run", "machine-logs");
        site.workshop.execute("update batch_job_execution set create_time = create_time - interval '400 days',"
                + " start_time = start_time - interval '400 days', end_time = end_time - interval '400 days'");
        Path log = directory.resolve("data/logs/run-1.log");
        age(log);
        String hash = site.workshop.tableHash();
        site.workshop.execute("update ligne_rejetee set date_creation = now() - interval '80 days'");
        assertThat(site.ask(0, "purge", "--dry-run", "-o", "csv").out())
                .containsPattern("rejects,[^,]+,0")
                .containsPattern("logs,[^,]+,1")
                .containsPattern("runs,[^,]+,1")
                .containsPattern("archive,[^,]+,0")
                .containsPattern("orphans,[^,]+,0");
        assertThat(log).exists();
        assertThat(site.one("select count(*) from atelier_audit")).isEqualTo("0");
        site.ask(0, "purge");
        assertThat(log).doesNotExist();
        assertThat(site.one("select string_agg(run_id::text, ' ') from v_run")).isEqualTo("2");
        assertThat(site.one("select count(*) from plan_fichier")).isEqualTo("0");
        assertThat(site.one("select details ->> 'runs' from atelier_audit")).startsWith("1 before ");
        assertThat(site.workshop.tableHash()).isEqualTo(hash);
        site.ask(0, "purge", "--older-than", "70d", "--only", "rejects,logs");
        assertThat(site.one("select count(*) from ligne_rejetee")).isEqualTo("0");
        site.run(0, "run", "machine-logs");
    }

    @Test
    void runs_that_had_nothing_to_do_go_after_a_month_and_the_others_after_a_year() throws Exception {
        site.run(0, "run", "machine-logs");
        site.run(0, "run", "machine-logs");
        site.workshop.execute("update batch_job_execution set create_time = create_time - interval '40 days',"
                + " start_time = start_time - interval '40 days', end_time = end_time - interval '40 days'");
        assertThat(site.ask(0, "purge", "--dry-run", "-o", "csv").out())
                .containsPattern("idle,[^,]+,1")
                .containsPattern("runs,[^,]+,0");
        site.ask(0, "purge", "--only", "idle", "--older-than", "50d");
        assertThat(site.one("select count(*) from v_run")).isEqualTo("3");
        site.ask(0, "purge");
        assertThat(site.one("select string_agg(run_id::text, ' ' order by run_id) from v_run"))
                .isEqualTo("1 3");
    }

    @Test
    void days_of_a_purged_archive_are_sealed_and_a_late_file_for_one_fails() throws Exception {
        String sessions = site.one("select md5(string_agg(s::text, '' order by id)) from session_production s");
        assertThat(landed()).hasSize(7);
        site.ask(0, "purge", "--only", "archive", "--older-than", "30d");
        assertThat(landed()).isEmpty();
        assertThat(site.one("select count(*) from jour_scelle")).isEqualTo("7");
        site.run(0, "run", "machine-logs");
        Path late = directory.resolve("logs/DEM12 (PVC)/late.LOG");
        Files.writeString(late, "20250506 23:59:00|@StukUitgevoerd: late\n");
        ForkedProcess failed = site.run(8, "run", "machine-logs");
        assertThat(site.ask(0, "files", "show", "late.LOG").out()).contains("DAY_SEALED", "2025-05-06");
        site.follow(failed, "atelier logs", 0);
        Files.delete(late);
        String[] backfill = {"backfill", "machine-logs", "--from", "2025-05-01", "--to", "2025-05-31"};
        assertThat(site.run(0, backfill).out()).contains("planned=0");
        assertThat(site.one("select md5(string_agg(s::text, '' order by id)) from session_production s"))
                .isEqualTo(sessions);
    }

    @Test
    void copies_that_nothing_refers_to_and_unfinished_downloads_go() throws Exception {
        Path grows = directory.resolve("logs/DEM12 (PVC)/20250520.LOG");
        Files.writeString(grows, Files.readString(grows) + "20250520 09:00:00|@StukUitgevoerd: more\n");
        site.run(0, "run", "machine-logs");
        Path left = Files.writeString(site.workshop.landing().resolve("incoming/x.part"), "half");
        assertThat(landed()).hasSize(9);
        site.ask(0, "purge", "--only", "archive");
        assertThat(landed()).hasSize(9);
        for (Path file : landed()) {
            age(file);
        }
        String hash = site.workshop.tableHash();
        site.ask(0, "purge", "--only", "archive");
        assertThat(left).doesNotExist();
        assertThat(landed()).hasSize(7);
        site.workshop.execute("delete from session_production");
        site.run(0, "backfill", "machine-logs", "--from", "2025-05-01", "--to", "2025-05-31");
        assertThat(site.workshop.tableHash()).isEqualTo(hash);
    }

    @Test
    void the_settings_say_how_long_unless_the_command_does() throws Exception {
        site.workshop.execute("update ligne_rejetee set date_creation = now() - interval '40 days'");
        age(directory.resolve("data/logs/run-1.log"));
        assertThat(site.ask(0, "purge", "--dry-run", "-o", "csv").out()).containsPattern("rejects,[^,]+,0");
        site.workshop.set("ATELIER_RETENTION_REJECTS", "30d");
        site.workshop.set("ATELIER_RETENTION_LOGS", "100y");
        assertThat(site.ask(0, "purge", "--dry-run", "-o", "csv").out())
                .containsPattern("rejects,[^,]+,3")
                .containsPattern("logs,[^,]+,0")
                .containsPattern("vanished-orders,[^,]+,0");
        assertThat(site.ask(0, "purge", "--older-than", "41d", "--only", "rejects", "-o", "csv")
                        .out())
                .containsPattern("rejects,[^,]+,0");
        site.ask(0, "purge", "--only", "rejects,vanished-orders");
        assertThat(site.one("select count(*) from ligne_rejetee")).isEqualTo("0");
        site.workshop.set("ATELIER_RETENTION_ARCHIVE", "0d");
        assertThat(site.ask(3, "purge").err()).contains("atelier.retention.archive", "from 1d to 100y");
        assertThat(site.ask(2, "purge", "--only", "archives").err()).contains("vanished-orders");
    }

    @Test
    void a_run_that_is_purged_beside_ends_as_if_nothing_had_been() throws Exception {
        site.writeRejects(21, 5);
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        ForkedProcess purge =
                site.ask(0, "purge", "--older-than", "0s", "--only", "rejects,logs,runs,vanished-orders", "-o", "csv");
        assertThat(purge.out()).containsPattern("rejects,[^,]+,3").containsPattern("runs,[^,]+,1");
        assertThat(site.one("select string_agg(run_id::text, ' ') from v_run")).isEqualTo("2");
        assertThat(directory.resolve("data/logs/run-1.log")).doesNotExist();
        assertThat(directory.resolve("data/logs/run-2.log")).exists();
        site.release();
        ForkedProcess run = held.end();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("rejected=5");
        assertThat(site.one("select count(*) from ligne_rejetee")).isEqualTo("5");
    }

    @Test
    void a_run_at_work_keeps_its_record_and_the_archive() throws Exception {
        site.writeRejects(21, 1);
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        site.workshop.execute("update batch_job_execution set create_time = create_time - interval '400 days',"
                + " start_time = start_time - interval '400 days'");
        ForkedProcess purge = site.ask(6, "purge", "--older-than", "1m", "--wait-timeout", "0s");
        assertThat(purge.out()).contains("a run is at work");
        assertThat(site.one("select count(*) from plan_fichier p join batch_job_execution e using (job_instance_id)"
                        + " where e.status = 'STARTED'"))
                .isNotEqualTo("0");
        site.release();
        assertThat(held.end().code()).isZero();
    }
}
