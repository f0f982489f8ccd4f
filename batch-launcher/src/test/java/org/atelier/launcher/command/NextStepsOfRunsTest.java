package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.fixtures.host.FileTree;
import org.atelier.launcher.NextSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told to be typed next of runs that ended so or so: typed, and it does what it promises. */
class NextStepsOfRunsTest {

    private static final String FILE = "DEM12 (PVC)/20250528.LOG";
    private static final String SESSIONS = "select date_production from session_production order by 1";

    @TempDir
    Path directory;

    private LogsUse plant;

    @BeforeEach
    void open() throws Exception {
        plant = new LogsUse(directory);
        plant.log(FILE, "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: x", "no event");
        plant.log("DEM12 (PVC)/20250529.LOG", "2025-05-29T20:00:00Z", "20250529 08:00:00|@StukUitgevoerd: x");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private void breakDown() throws Exception {
        plant.execute("alter table piece_production rename to piece_elsewhere");
    }

    private void mend() throws Exception {
        plant.execute("alter table piece_elsewhere rename to piece_production");
    }

    @Test
    void a_complete_run_is_not_gone_on_with_but_done_anew() throws Exception {
        String fix = plant.use(0, "check", "freshness", "-o", "csv").out().strip();
        String[] first = NextSteps.arguments(
                NextSteps.told(fix.substring(fix.lastIndexOf(',') + 1)).get(0));
        assertThat(plant.use(0, first).out()).contains("loaded=2");
        plant.log("DEM12 (PVC)/20250530.LOG", "2025-05-30T20:00:00Z", "20250530 08:00:00|@StukUitgevoerd: x");
        assertThat(plant.follow(plant.use(5, "restart", "last"), "atelier run machine-logs", 0)
                        .out())
                .contains("loaded=1");
        plant.use(0, "run", "machine-logs", "--date", "2025-05-28");
        plant.execute("delete from session_production");
        CommandLineUse complete = plant.use(5, "run", "machine-logs", "--date", "2025-05-28");
        assertThat(complete.next()).isEqualTo(plant.use(5, "restart", "last").next());
        plant.follow(complete, "atelier run machine-logs --date 2025-05-28 --again", 0);
        assertThat(plant.rows(SESSIONS)).containsExactly("2025-05-28");
        for (String command : List.of("stop", "recover", "abandon")) {
            assertThat(plant.follow(plant.use(5, command, "1"), "atelier show 1", 0)
                            .out())
                    .contains("COMPLETED");
        }
    }

    @Test
    void a_day_of_another_time_zone_is_built_anew() throws Exception {
        String[] night = {"20250330 01:00:00|@StukUitgevoerd: x", "20250330 04:00:00|@StukUitgevoerd: y"};
        plant.log("DEM12 (PVC)/20250330.LOG", "2025-03-30T20:00:00Z", night);
        plant.set("ATELIER_TIME_ZONE", "UTC").use(0, "run", "machine-logs");
        plant.set("ATELIER_TIME_ZONE", "Europe/Paris");
        CommandLineUse told = plant.use(8, "explain", "DEM12@2025-03-30");
        plant.use(0, NextSteps.arguments(NextSteps.told(told.err().strip()).get(0)));
        plant.use(0, "explain", "DEM12@2025-03-30");
    }

    @Test
    void a_failed_run_is_gone_on_with_until_a_later_one_has_taken_it_over() throws Exception {
        plant.use(0, "db", "update");
        breakDown();
        CommandLineUse failed = plant.use(1, "run", "machine-logs");
        assertThat(plant.follow(failed, "atelier logs 1", 0).out()).contains("piece_production");
        plant.follow(plant.use(5, "stop", "last"), "atelier restart 1", 1);
        plant.use(1, "run", "machine-logs");
        CommandLineUse superseded = plant.use(5, "restart", "1");
        plant.follow(plant.use(5, "stop", "1"), "atelier show 1", 0);
        mend();
        assertThat(plant.follow(superseded, "atelier restart 3", 0).out()).contains("COMPLETED");
        assertThat(plant.follow(plant.use(5, "restart", "1"), "atelier run machine-logs", 0)
                        .out())
                .containsPattern("nothing to do +yes");
    }

    @Test
    void what_was_given_up_is_begun_anew_as_what_it_was() throws Exception {
        plant.use(0, "db", "update");
        breakDown();
        plant.use(1, "run", "machine-logs", "--date", "2025-05-28", "--shard", "1/1");
        CommandLineUse abandoned = plant.use(0, "abandon", "last");
        CommandLineUse refused = plant.use(5, "restart", "last");
        assertThat(refused.next()).isEqualTo(abandoned.next());
        mend();
        plant.follow(abandoned, "atelier run machine-logs --date 2025-05-28 --shard 1/1", 0);
        assertThat(plant.rows(SESSIONS)).containsExactly("2025-05-28");
        assertThat(plant.rows("select scope, attempt, status from v_run order by run_id"))
                .containsExactly("machine-logs#1/1 1 ABANDONED", "machine-logs#1/1 2 COMPLETED");
    }

    @Test
    void days_that_failed_are_tried_again_as_they_were_asked_for() throws Exception {
        plant.use(0, "run", "machine-logs");
        plant.execute("delete from session_production");
        Files.move(plant.landing, directory.resolve("away"));
        String[] backfill = {"backfill", "machine-logs", "--from", "2025-05-28", "--to", "2025-05-28", "--missing"};
        String again = "atelier " + String.join(" ", backfill) + " --again";
        CommandLineUse failed = plant.use(8, backfill);
        CommandLineUse shown = plant.use(0, "show", "last");
        assertThat(shown.next()).containsExactly(again);
        CommandLineUse still = plant.follow(failed, again, 8);
        try (Stream<Path> left = Files.exists(plant.landing) ? Files.walk(plant.landing) : Stream.empty()) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        FileTree.delete(plant.landing);
        Files.move(directory.resolve("away"), plant.landing);
        plant.follow(still, again, 0);
        assertThat(plant.rows(SESSIONS)).containsExactly("2025-05-28");
    }

    @Test
    void a_dry_run_tells_the_command_that_does_just_that() throws Exception {
        CommandLineUse file = plant.use(0, "run", "machine-logs", "--dry-run", "--file", FILE);
        plant.follow(file, "atelier run machine-logs --file '" + FILE + "'", 0);
        assertThat(plant.rows(SESSIONS)).containsExactly("2025-05-28");
        plant.execute("delete from session_production");
        String[] dry = {"run", "machine-logs", "--dry-run", "--date", "2025-05-29", "--max-reject-ratio", "60%"};
        plant.follow(plant.use(0, dry), "atelier run machine-logs --date 2025-05-29 --max-reject-ratio 60%", 0);
        assertThat(plant.rows(SESSIONS)).containsExactly("2025-05-29");
        CommandLineUse limited = plant.use(0, "run", "machine-logs", "--dry-run", "--limit", "1");
        plant.follow(limited, "atelier run machine-logs --limit 1", 0);
        System.err.println(
                "LEDGER " + plant.rows("select chemin, etat, jours, job_execution_id from fichier_source order by 1"));
    }

    @Test
    void a_file_that_is_not_there_is_no_reason_to_take_all_others() throws Exception {
        CommandLineUse missing = plant.use(4, "run", "machine-logs", "--file", "x.LOG");
        assertThat(missing.out()).contains("give the name of a file that is there, or leave --file out");
        assertThat(missing.next()).isEmpty();
        assertThat(plant.use(0, "show", "last").next()).isEmpty();
        plant.use(0, "run", "machine-logs", "--file", "20250528.LOG");
        assertThat(plant.rows(SESSIONS)).containsExactly("2025-05-28");
    }
}
