package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atelier.machinelogs.gate.GateLimits;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are loaded, but that people should look at. It is 2026-01-15, 13:00, in the plant. */
class QualityGateTest {

    private static final String FILE = "DEM12 (PVC)/20250528.LOG";

    private static final String LEDGER =
            "select etat || coalesce(': ' || controle, '') from fichier_source left join fichier_log on fichier_id = id";

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    /** A file of 120 lines, 98 of them rejects. */
    private Plant mostlyRejects(String path) throws Exception {
        return plant.log(
                path,
                "2025-05-28T20:00:00Z",
                Stream.concat(
                                IntStream.range(0, 22).mapToObj("20250528 08:00:%02d|@StukUitgevoerd: a"::formatted),
                                IntStream.range(0, 98).mapToObj("broken %d"::formatted))
                        .toArray(String[]::new));
    }

    private Plant piece(String path, String modified, String time) throws Exception {
        return plant.log(path, modified, time + "|@StukUitgevoerd: a");
    }

    private String told(RunReport report) {
        return plant.one(
                String.class,
                "select concat_ws('|', exit_code, failure_kind, cause, next_step, summary ->> 'gate_failed')"
                        + " from atelier_run where job_execution_id = " + report.execution());
    }

    @Test
    void a_file_of_mostly_rejects_is_loaded_and_the_run_ends_with_errors_that_name_it() throws Exception {
        mostlyRejects(FILE);
        piece("DEM12 (PVC)/20250529.LOG", "2025-05-29T20:00:00Z", "20250529 08:00:00");

        RunReport report = plant.run();

        String why = "98 of 120 lines are rejected, over the limit of 50 %";
        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(report.status()).isEqualTo("COMPLETED");
        assertThat(report.cause()).isEqualTo("1 file failed the quality gate: " + FILE + " (" + why + ")");
        assertThat(summaryOf(report).failures()).isZero();
        assertThat(summaryOf(report).figure("files", "loaded")).isEqualTo(2);
        assertThat(summaryOf(report).figure("files", "gate_failed")).isEqualTo(1);
        assertThat(summaryOf(report).notes()).contains(FILE + " failed the quality gate: " + why);
        assertThat(plant.one(String.class, LEDGER + " where chemin = '" + FILE + "'"))
                .isEqualTo("loaded: " + why);
        assertThat(plant.one(String.class, LEDGER + " where chemin <> '" + FILE + "'"))
                .isEqualTo("loaded");
        assertThat(plant.one(Long.class, "select count(*) from session_production"))
                .isEqualTo(2);
        long id = plant.one(Long.class, "select id from fichier_source where chemin = '" + FILE + "'");
        assertThat(told(report)).isEqualTo("8|gate|" + report.cause() + "|atelier files show " + id + "|1");
    }

    @Test
    void an_unchanged_file_is_told_once_and_a_changed_one_is_judged_anew() throws Exception {
        mostlyRejects(FILE).run();

        RunReport unchanged = plant.later(Duration.ofMinutes(15)).run();
        assertThat(unchanged.ending()).isEqualTo(RunEnding.OK);
        assertThat(unchanged.cause()).isNull();
        assertThat(plant.one(String.class, LEDGER)).startsWith("loaded: 98 of 120");

        plant.log(FILE, "2025-05-28T21:00:00Z", "still broken");
        piece(FILE, "2025-05-28T21:00:00Z", "20250528 08:00:00");
        plant.run();
        RunReport mended = plant.later(Duration.ofMinutes(15)).run();
        assertThat(summaryOf(mended).figure("files", "loaded")).isEqualTo(1);
        assertThat(mended.ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.one(String.class, LEDGER)).isEqualTo("loaded");

        mostlyRejects(FILE);
        plant.later(Duration.ofMinutes(15));
        assertThat(plant.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
    }

    @Test
    void the_settings_decide() throws Exception {
        plant.gate(new GateLimits(new BigDecimal("0.9"), BigDecimal.ONE));
        piece("DEM12 (PVC)/20250101.LOG", "2025-05-29T20:00:00Z", "20250529 08:00:00");

        assertThat(mostlyRejects(FILE).run().ending()).isEqualTo(RunEnding.OK);
    }

    @Test
    void events_of_other_days_than_the_one_in_the_name_need_a_look() throws Exception {
        piece(FILE, "2025-06-30T20:00:00Z", "20250629 08:00:00");
        piece("DEM12 (PVC)/weekly.LOG", "2025-06-30T20:00:00Z", "20250628 08:00:00");

        RunReport report = plant.run();

        assertThat(report.cause())
                .isEqualTo("1 file failed the quality gate: " + FILE + " (1 of 1 events lie outside 2025-05-27 to"
                        + " 2025-05-29, the days around its name, over the limit of 50 %; most of them are of"
                        + " 2025-06-29)");
    }

    @Test
    void the_night_shift_writes_into_the_day_beside_its_name() throws Exception {
        plant.dayStart(LocalTime.of(5, 0));
        piece(FILE, "2025-05-28T20:00:00Z", "20250528 03:00:00");
        piece("DEM12 (PVC)/20250530.LOG", "2025-05-30T20:00:00Z", "20250530 23:00:00");

        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
    }

    @Test
    void a_session_of_tomorrow_needs_a_look() throws Exception {
        piece("DEM12 (PVC)/20260116.LOG", "2026-01-15T11:59:00Z", "20260116 08:00:00");

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(report.cause()).contains("it has events of 2026-01-16, after today (2026-01-15)");
        assertThat(plant.one(Long.class, "select count(*) from session_production"))
                .isEqualTo(1);
    }

    @Test
    void tomorrow_begins_with_the_plants_production_day() throws Exception {
        plant.dayStarts(Map.of("SU12", LocalTime.of(5, 0)))
                .later(Duration.ofHours(11).plusMinutes(30));
        // It is 00:30 in the plant, and 23:30 of the day before in UTC; by SU12's rule that day still lasts.
        piece("DEM12 (PVC)/20260116.LOG", "2026-01-15T23:29:00Z", "20260116 00:29:00");
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);

        piece("SU12 (HYBRIDE)/20260116.LOG", "2026-01-15T23:29:00Z", "20260116 04:59:59");
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        piece("SU12 (HYBRIDE)/20260116-2.LOG", "2026-01-15T23:29:00Z", "20260116 05:00:00");
        assertThat(plant.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
    }

    @Test
    void a_file_that_repeats_another_one_is_not_judged() throws Exception {
        mostlyRejects(FILE);
        mostlyRejects("DEM12 (PVC)/copy.LOG");

        assertThat(plant.run().cause()).startsWith("1 file failed the quality gate: " + FILE);
        assertThat(plant.one(String.class, LEDGER + " where chemin like '%copy.LOG'"))
                .isEqualTo("duplicate");

        // Now it stands for itself.
        piece(FILE, "2025-05-28T21:00:00Z", "20250528 09:00:00");
        plant.run();
        RunReport report = plant.later(Duration.ofMinutes(15)).run();
        assertThat(report.cause()).startsWith("1 file failed the quality gate: DEM12 (PVC)/copy.LOG");
    }
}
