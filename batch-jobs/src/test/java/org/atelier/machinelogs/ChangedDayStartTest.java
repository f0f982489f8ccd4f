package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.logs.Oddity;
import org.atelier.run.DayRange;
import org.atelier.run.Rebuild;
import org.atelier.run.RunReport;
import org.atelier.run.RunTarget;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another day start between two runs: the tables become those of a plant that always had it, and no piece is lost. */
class ChangedDayStartTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 5, 1);
    private static final DayRange ALL = new DayRange(FIRST.minusYears(26), FIRST.plusYears(5));
    private static final DayRange TWO_DAYS = new DayRange(FIRST.plusDays(2), FIRST.plusDays(3));
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final RunTarget TICK = new RunTarget.Tick();

    /** The same logs are written for each test, so a plant that always had a start is the same for all of them. */
    private static final Map<LocalTime, String> ALWAYS = new HashMap<>();

    @TempDir
    Path directory;

    private Path logs;
    private Plant plant;

    @BeforeEach
    void write() throws Exception {
        logs = directory.resolve("one/logs");
        LogTree.seeded(23)
                .centres("DEM12 (PVC)", "DEMALU (ALU)")
                .days(FIRST, 6)
                .linesPerDay(60)
                .with(Oddity.values())
                .writeTo(logs);
        plant = plant("changed");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private Plant plant(String name) throws Exception {
        return new Plant(directory.resolve(name))
                .sources(RemoteSource.parse(logs.toUri().toString()));
    }

    private static RunReport run(Plant plant, RunTarget target) throws Exception {
        RunReport report = plant.run(target, "machine-logs");
        assertThat(report.cause()).isNull();
        return report;
    }

    private static RunTarget range(DayRange days, Rebuild rebuild) {
        return new RunTarget.Range(days, false, rebuild);
    }

    private static long pieces(Plant plant) {
        return plant.one(Long.class, "select sum(total_pieces) from session_production");
    }

    private static List<Map<String, Object>> sessions(Plant plant, DayRange days) {
        return plant.rows("select c.nom, s.date_production, s.total_pieces, s.evenements, s.duree_production_totale"
                + " from session_production s join centre_usinage c on c.id = s.centre_usinage_id"
                + " where s.date_production between '" + days.from() + "' and '" + days.to() + "' order by 1, 2");
    }

    private String hashOfOneThatAlwaysHad(LocalTime start) throws Exception {
        String known = ALWAYS.get(start);
        if (known != null) {
            return known;
        }
        try (Plant always = plant("always" + start.getHour()).dayStart(start)) {
            run(always, TICK);
            ALWAYS.put(start, always.tableHash());
        }
        return hashOfOneThatAlwaysHad(start);
    }

    private void writesNothing() throws Exception {
        List<String> before = plant.everyRow();
        RunReport report = run(plant, TICK);
        assertThat(summaryOf(report).empty()).isTrue();
        assertThat(plant.everyRow()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"00:00, 10:00", "10:00, 00:00", "00:00, 05:00", "22:00, 02:00"})
    void a_run_with_nothing_new_builds_every_day_by_the_new_start(LocalTime old, LocalTime now) throws Exception {
        run(plant.dayStart(old), TICK);
        long before = pieces(plant);
        RunReport report = run(plant.dayStart(now), TICK);
        assertThat(pieces(plant)).isEqualTo(before);
        assertThat(plant.tableHash()).isEqualTo(hashOfOneThatAlwaysHad(now));
        assertThat(summaryOf(report).figure("files", "again")).isPositive();
        assertThat(summaryOf(report).notes())
                .anyMatch(note -> note.startsWith("DEM12: ") && note.contains("read again"));
        writesNothing();
    }

    @ParameterizedTest
    @CsvSource({"00:00, 10:00", "10:00, 00:00", "00:00, 05:00"})
    void a_backfill_of_all_days_does_so_too(LocalTime old, LocalTime now) throws Exception {
        run(plant.dayStart(old), TICK);
        long before = pieces(plant);
        run(plant.dayStart(now), range(ALL, Rebuild.ALL));
        assertThat(pieces(plant)).isEqualTo(before);
        assertThat(plant.tableHash()).isEqualTo(hashOfOneThatAlwaysHad(now));
        writesNothing();
    }

    @ParameterizedTest
    @CsvSource({"ALL", "MISSING", "null"})
    void a_range_builds_its_days_by_the_new_start_and_the_next_run_the_others(String rebuild) throws Exception {
        run(plant, TICK);
        RunTarget two = new RunTarget.Range(TWO_DAYS, false, "null".equals(rebuild) ? null : Rebuild.valueOf(rebuild));
        run(plant.dayStart(TEN), two);
        try (Plant always = plant("always").dayStart(TEN)) {
            run(always, TICK);
            if (!"MISSING".equals(rebuild)) {
                assertThat(sessions(plant, TWO_DAYS)).isEqualTo(sessions(always, TWO_DAYS));
            }
            run(plant, TICK);
            assertThat(plant.tableHash()).isEqualTo(always.tableHash());
        }
        writesNothing();
    }

    @Test
    void the_missing_days_of_all_are_built_and_the_next_run_builds_the_others() throws Exception {
        run(plant, TICK);
        run(plant.dayStart(TEN), range(ALL, Rebuild.MISSING));
        run(plant, TICK);
        assertThat(plant.tableHash()).isEqualTo(hashOfOneThatAlwaysHad(TEN));
        writesNothing();
    }

    @Test
    void a_start_that_is_changed_for_one_centre_changes_that_centre_alone() throws Exception {
        run(plant, TICK);
        RunReport report = run(plant.dayStarts(Map.of("DEMALU", TEN)), TICK);
        assertThat(summaryOf(report).notes())
                .noneMatch(note -> note.startsWith("DEM12: ") && note.contains("read again"));
        try (Plant always = plant("always").dayStarts(Map.of("DEMALU", TEN))) {
            run(always, TICK);
            assertThat(plant.tableHash()).isEqualTo(always.tableHash());
        }
        writesNothing();
    }
}
