package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.launcher.ForkedProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days built from the landing area, with their source gone. */
class BackfillIT {

    private static final String[] RANGE = {"--from", "2025-05-05", "--to", "2025-05-07"};

    @TempDir
    Path directory;

    private Site site;
    private String hash;

    @BeforeEach
    void open() throws Exception {
        site = Site.open(directory);
        site.run(0, "run", "machine-logs");
        hash = site.workshop.tableHash();
        site.workshop.set("ATELIER_MACHINE_LOGS_SOURCE", "ftp://nobody@127.0.0.1:1/");
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private static String[] backfill(String... more) {
        String[] all = new String[RANGE.length + 2 + more.length];
        all[0] = "backfill";
        all[1] = "machine-logs";
        System.arraycopy(RANGE, 0, all, 2, RANGE.length);
        System.arraycopy(more, 0, all, 2 + RANGE.length, more.length);
        return all;
    }

    @Test
    void a_backfill_is_planned_done_and_over() throws Exception {
        site.workshop.execute("delete from session_production where date_production = '2025-05-06'");
        assertThat(site.ask(0, backfill("--plan", "-o", "csv")).out().lines()).hasSize(7);
        assertThat(site.ask(0, backfill("--plan", "--missing", "-o", "csv")).out())
                .contains("DEM12,2025-05-06,1,0,missing", "SU12,2025-05-06,1,0,missing");
        assertThat(site.one("select count(*) from batch_job_instance")).isEqualTo("1");
        assertThat(site.run(0, backfill()).out()).contains("planned=6 written=2 unchanged=4");
        assertThat(site.workshop.tableHash()).isEqualTo(hash);
        ForkedProcess over = site.run(5, backfill());
        assertThat(over.err()).contains("the days 2025-05-05 to 2025-05-07 of machine-logs are complete");
        site.follow(over, "atelier backfill", 0);
        assertThat(site.one("select max(attempt) from v_run")).isEqualTo("2");
    }

    @Test
    void a_copy_that_is_lost_fails_its_day_alone_and_the_next_step_tries_it_again() throws Exception {
        String copy = site.one("select substr(sha256, 1, 2) || '/' || substr(sha256, 3) || '.gz' from fichier_source"
                + " where jours = '{2025-05-06}' order by id limit 1");
        Path landed = site.workshop.landing().resolve(copy);
        Path away = directory.resolve("away");
        Files.move(landed, away);
        site.workshop.execute("delete from session_production");
        assertThat(site.ask(0, backfill("--plan", "-o", "csv")).out()).contains("2025-05-06,1,1,missing");
        ForkedProcess failed = site.run(8, backfill());
        assertThat(failed.out()).contains("planned=6 written=5", "failed=1");
        Files.move(away, landed);
        site.follow(failed, "atelier backfill", 0);
        assertThat(site.workshop.tableHash()).isEqualTo(hash);
    }

    @Test
    void shards_of_a_backfill_do_the_whole_and_a_job_without_them_refuses() throws Exception {
        site.workshop.execute("delete from session_production");
        int planned = 0;
        for (String shard : new String[] {"1/3", "2/3", "3/3"}) {
            planned += (int) site.ask(0, backfill("--plan", "--shard", shard, "-o", "csv"))
                            .out()
                            .lines()
                            .count()
                    - 1;
            site.run(0, backfill("--shard", shard));
        }
        assertThat(planned).isEqualTo(6);
        assertThat(site.workshop.tableHash()).isEqualTo(hash);
        site.follow(site.run(5, backfill("--shard", "2/3")), "atelier backfill", 0);
        assertThat(site.ask(2, "run", "orders", "--shard", "1/2").err()).contains("the job orders has no shards");
        assertThat(site.ask(2, "run", "machine-logs", "--shard", "3/2").err()).contains("I from 1 to N");
        assertThat(site.ask(2, "backfill", "orders", "--from", "2025-05-05", "--to", "2025-05-05")
                        .err())
                .contains("the job orders");
    }

    @Test
    void a_failed_backfill_of_a_shard_is_restarted_as_what_it_is() throws Exception {
        site.workshop.execute("delete from session_production");
        site.workshop.execute("create function refuse() returns trigger language plpgsql as $$ begin"
                + " raise exception 'not now'; end $$");
        site.workshop.execute("create trigger refuse before insert on session_production for each row"
                + " execute function refuse()");
        ForkedProcess failed = site.run(1, backfill("--shard", "1/1"));
        site.workshop.execute("drop trigger refuse on session_production");
        site.follow(failed, "atelier restart", 0);
        assertThat(site.workshop.tableHash()).isEqualTo(hash);
        assertThat(site.one("select string_agg(distinct parameters ->> 'rebuild', ' ') from v_run"
                        + " where scope = 'machine-logs#1/1'"))
                .isEqualTo("all");
    }
}
