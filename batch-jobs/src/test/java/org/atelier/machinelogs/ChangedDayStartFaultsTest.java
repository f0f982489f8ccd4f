package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.atelier.machinelogs.explain.ExplainDay;
import org.atelier.machinelogs.explain.Explanation;
import org.atelier.machinelogs.plan.BuildableDays;
import org.atelier.run.DayRange;
import org.atelier.run.Rebuild;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOptions;
import org.atelier.run.RunReport;
import org.atelier.run.RunTarget;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.RemoteSource;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another day start, and something that goes wrong or happens at once. A day has a piece at 08:00 and one at 12:00. */
class ChangedDayStartFaultsTest {

    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalDate MAY_26 = LocalDate.of(2025, 5, 26);
    private static final RunTarget TICK = new RunTarget.Tick();

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void load() throws Exception {
        plant = new Plant(directory.resolve("changed"));
        for (int day = 26; day < 30; day++) {
            log(day);
        }
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private void log(int day) throws IOException {
        String date = "202505" + day;
        plant.log(
                path(day),
                "2025-05-" + day + "T20:00:00Z",
                date + " 08:00:00|@StukUitgevoerd: a",
                date + " 12:00:00|@StukUitgevoerd: b");
    }

    private static String path(int day) {
        return "DEM12 (PVC)/202505" + day + ".LOG";
    }

    private String always() throws Exception {
        try (Plant always = new Plant(directory.resolve("always"))
                .sources(RemoteSource.parse(plant.logs.toUri().toString()))) {
            always.dayStart(TEN).run();
            return always.tableHash();
        }
    }

    private List<String> pieces() {
        return plant.sql()
                .withHandle(handle -> handle.createQuery("select to_char(date_production, 'DD') || ' ' || total_pieces"
                                + " from session_production order by date_production")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void each_piece_moves_to_its_new_day() throws Exception {
        plant.run();
        assertThat(pieces()).containsExactly("26 2", "27 2", "28 2", "29 2");
        RunReport report = plant.dayStart(TEN).run();
        assertThat(pieces()).containsExactly("25 1", "26 2", "27 2", "28 2", "29 1");
        assertThat(summaryOf(report).figure("files", "again")).isEqualTo(4);
        assertThat(summaryOf(report).notes())
                .contains("DEM12: 4 loaded files were read again from the landing area, to tell their days by the day"
                        + " start in force");
        plant.dayStart(LocalTime.of(13, 0)).run();
        assertThat(pieces()).containsExactly("25 2", "26 2", "27 2", "28 2");
        plant.dayStart(LocalTime.MIDNIGHT).run();
        assertThat(pieces()).containsExactly("26 2", "27 2", "28 2", "29 2");
    }

    @Test
    void files_that_came_meanwhile_and_files_that_left_their_server_are_built_together() throws Exception {
        plant.run();
        plant.delete(path(27));
        log(30);
        plant.dayStart(TEN).run();
        assertThat(pieces()).containsExactly("25 1", "26 2", "27 2", "28 2", "29 2", "30 1");
    }

    @Test
    void the_other_days_of_a_file_that_left_after_a_range_are_built_from_its_copy() throws Exception {
        plant.dayStart(TEN).run(new RunTarget.Range(new DayRange(MAY_26, MAY_26), false, null), "machine-logs");
        assertThat(pieces()).containsExactly("26 2");
        plant.delete(path(27));
        plant.run();
        assertThat(pieces()).containsExactly("25 1", "26 2", "27 2", "28 2", "29 1");
    }

    @Test
    void a_copy_that_is_lost_fails_the_days_it_may_be_of_and_says_so_until_it_is_there_again() throws Exception {
        plant.run();
        plant.loseLandingCopy(path(28));
        RunReport report = plant.dayStart(TEN).run();
        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(summaryOf(report).notes()).anyMatch(note -> note.contains("20250528.LOG: LANDING_MISSING"));
        assertThat(pieces()).contains("27 2", "28 2", "29 2");
        // Its server still has it.
        plant.run();
        assertThat(plant.tableHash()).isEqualTo(always());
    }

    @Test
    void hours_of_a_sealed_day_are_left_out_and_the_run_says_so() throws Exception {
        plant.run();
        plant.loseLandingCopy(path(26));
        plant.execute("insert into jour_scelle (centre_usinage_id, jour) select id, '2025-05-26' from centre_usinage");
        RunReport report = plant.dayStart(TEN).run();
        assertThat(summaryOf(report).failures()).isEqualTo(1);
        assertThat(summaryOf(report).notes()).anyMatch(note -> note.contains("20250527.LOG: DAY_SEALED"));
        assertThat(pieces()).containsExactly("26 2", "27 2", "28 2", "29 1");
        for (int attempt = 2; attempt <= 5; attempt++) {
            assertThat(summaryOf(plant.run()).failures()).isEqualTo(1);
        }
        assertThat(summaryOf(plant.run()).empty()).isTrue();
        assertThat(pieces()).containsExactly("26 2", "27 2", "28 2", "29 1");
    }

    @ParameterizedTest
    @CsvSource({"session_production, false", "plan_jour, true"})
    void a_restart_after_the_change_builds_what_was_planned_and_plans_what_was_not(String table, boolean planned)
            throws Exception {
        plant.execute("create function refuse() returns trigger language plpgsql as $$ begin"
                + " raise exception 'not now'; end $$");
        plant.execute("create trigger refuse before insert on " + table + " for each row execute function refuse()");
        RunReport failed = plant.run();
        assertThat(failed.ending()).isEqualTo(RunEnding.FAILED);
        plant.execute("drop trigger refuse on " + table);
        RunReport resumed = plant.dayStart(TEN).run(new RunTarget.Resume(failed.execution()), "machine-logs");
        assertThat(resumed.cause()).isNull();
        assertThat(plant.one(Long.class, "select sum(total_pieces) from session_production"))
                .isEqualTo(8);
        assertThat(plant.tableHash().equals(always())).isEqualTo(planned);
        plant.run(TICK, "machine-logs");
        assertThat(plant.tableHash()).isEqualTo(always());
    }

    @Test
    void a_preview_shows_the_days_by_the_new_start_and_writes_nothing() throws Exception {
        plant.run();
        List<String> before = plant.everyRow();
        Path scratch = Files.createTempDirectory(directory, "scratch");
        assertThat(plant.dayStart(TEN).preview(RunOptions.ALL, scratch).rows())
                .extracting(row -> row.get(1) + " " + row.get(2))
                .containsExactly("2025-05-25 1", "2025-05-26 2", "2025-05-27 2", "2025-05-28 2", "2025-05-29 1");
        RunOptions day = new RunOptions(null, null, new DayRange(MAY_26.minusDays(1), MAY_26), null);
        assertThat(plant.preview(day, scratch).rows())
                .extracting(row -> row.get(1) + " " + row.get(2))
                .containsExactly("2025-05-25 1", "2025-05-26 2");
        assertThat(plant.everyRow()).isEqualTo(before);
    }

    @Test
    void the_plan_of_a_backfill_has_the_days_by_the_new_start_and_those_that_lose_theirs() throws Exception {
        plant.run();
        plant.dayStart(LocalTime.of(13, 0));
        try (Handle handle = plant.sql().open()) {
            assertThat(new BuildableDays(handle.getConnection(), new LandingArea(plant.landing()), plant.settings())
                            .list(new DayRange(MAY_26.minusDays(1), MAY_26.plusDays(3))))
                    .extracting(day -> day.day() + " " + day.hashes().size() + " " + day.built())
                    .containsExactly(
                            "2025-05-25 1 false",
                            "2025-05-26 1 true",
                            "2025-05-27 1 true",
                            "2025-05-28 1 true",
                            "2025-05-29 0 true");
        }
    }

    @Test
    void a_session_is_explained_by_the_start_it_was_built_with() throws Exception {
        plant.run();
        plant.dayStart(TEN);
        try (Handle handle = plant.sql().open()) {
            Explanation explanation = new ExplainDay(
                            handle.getConnection(), new LandingArea(plant.landing()), plant.settings())
                    .explain("DEM12", MAY_26);
            assertThat(explanation.session().totalPieces()).isEqualTo(2);
        }
    }

    @Test
    void shards_build_every_day_by_the_new_start() throws Exception {
        plant.run();
        plant.dayStart(TEN);
        for (int shard = 1; shard <= 3; shard++) {
            assertThat(plant.run(TICK, "machine-logs#" + shard + "/3").cause()).isNull();
        }
        assertThat(plant.tableHash()).isEqualTo(always());
        assertThat(summaryOf(plant.run()).empty()).isTrue();
    }

    @Test
    void shards_of_a_backfill_do_so_too() throws Exception {
        plant.run();
        plant.dayStart(TEN);
        DayRange all = new DayRange(MAY_26.minusDays(9), MAY_26.plusDays(9));
        for (int shard = 1; shard <= 3; shard++) {
            assertThat(plant.run(new RunTarget.Range(all, false, Rebuild.ALL), "machine-logs#" + shard + "/3")
                            .cause())
                    .isNull();
        }
        assertThat(plant.tableHash()).isEqualTo(always());
    }
}
