package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atelier.catalog.PreviewReport;
import org.atelier.run.DayRange;
import org.atelier.run.Rebuild;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOptions;
import org.atelier.run.RunReport;
import org.atelier.run.RunTarget;
import org.atelier.run.Shard;
import org.atelier.run.TypedStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which run tells of a file that failed the quality gate. It is 2026-01-15, 13:00, in the plant. */
class QualityGateRunsTest {

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
    void a_run_for_the_one_file_tells_it_again() throws Exception {
        mostlyRejects(FILE).run();

        RunReport report = plant.run(new RunOptions(null, "20250528.LOG"));

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(report.cause()).contains(FILE);
    }

    @Test
    void days_built_again_from_it_are_told_and_end_well() throws Exception {
        mostlyRejects(FILE).run();
        DayRange range = new DayRange(LocalDate.of(2025, 5, 28), LocalDate.of(2025, 5, 28));

        RunReport report = plant.run(new RunTarget.Range(range, false, Rebuild.ALL), "machine-logs");

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(summaryOf(report).figure("sessions", "planned")).isEqualTo(1);
        assertThat(summaryOf(report).notes())
                .contains(FILE + " failed the quality gate when it was loaded, and days are built from it: 98 of 120"
                        + " lines are rejected, over the limit of 50 %");
    }

    @Test
    void a_file_all_of_whose_days_lie_outside_the_range_is_told_too() throws Exception {
        piece(FILE, "2025-06-30T20:00:00Z", "20250629 08:00:00");
        LocalDate day = LocalDate.of(2025, 5, 28);

        RunReport report = plant.run(new RunTarget.Range(new DayRange(day, day), false, null), "machine-logs");

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(report.cause()).contains("most of them are of 2025-06-29");
        assertThat(plant.one(String.class, LEDGER)).startsWith("seen: 1 of 1 events");
        assertThat(plant.one(Long.class, "select count(*) from session_production"))
                .isZero();
    }

    @Test
    void the_shard_that_loads_it_tells_it() throws Exception {
        mostlyRejects(FILE);
        int owner = IntStream.of(1, 2)
                .filter(n -> new Shard(n, 2).owns(FILE))
                .findFirst()
                .orElseThrow();

        RunReport its = plant.run(new RunTarget.Tick(), "machine-logs#" + owner + "/2");
        RunReport other = plant.run(new RunTarget.Tick(), "machine-logs#" + (3 - owner) + "/2");

        assertThat(its.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(other.ending()).isEqualTo(RunEnding.OK);
    }

    private RunReport failAfterLoading() throws Exception {
        plant.execute("""
                create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no balance'; end $$;
                create trigger refuse before insert on batch_step_execution for each row when (new.step_name = 'balance')
                execute function refuse()""");
        RunReport failed = plant.run();
        plant.execute("drop trigger refuse on batch_step_execution");
        assertThat(failed.ending()).isEqualTo(RunEnding.FAILED);
        return failed;
    }

    @Test
    void what_a_run_loaded_that_did_not_come_to_its_end_is_told_by_the_next_one_and_by_no_later_one() throws Exception {
        mostlyRejects(FILE);
        failAfterLoading();

        RunReport next = plant.run();
        assertThat(summaryOf(next).figure("files", "taken")).isZero();
        assertThat(next.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(next.cause()).startsWith("1 file failed the quality gate: " + FILE);

        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
    }

    @Test
    void a_restart_tells_what_its_first_attempt_loaded() throws Exception {
        mostlyRejects(FILE);
        RunReport failed = failAfterLoading();

        RunReport again = plant.run(new RunTarget.Resume(failed.execution()), "machine-logs");

        assertThat(again.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(again.cause()).startsWith("1 file failed the quality gate: " + FILE);
    }

    @Test
    void a_run_with_failed_files_too_tells_both() throws Exception {
        mostlyRejects(FILE);
        plant.afterListing(() -> plant.delete("DEM12 (PVC)/20250529.LOG"));
        piece("DEM12 (PVC)/20250529.LOG", "2025-05-29T20:00:00Z", "20250529 08:00:00");

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(summaryOf(report).failures()).isEqualTo(1);
        assertThat(report.cause()).startsWith("1 file failed the quality gate: " + FILE);
        assertThat(told(report)).startsWith("8|with_errors|1 file failed the quality gate");
    }

    @Test
    void a_preview_tells_it_and_writes_nothing() throws Exception {
        mostlyRejects(FILE);
        piece("DEM12 (PVC)/20260116.LOG", "2026-01-15T11:59:00Z", "20260116 08:00:00");
        var before = plant.everyRow();

        PreviewReport report = plant.preview(RunOptions.ALL, Files.createDirectory(directory.resolve("s")));

        assertThat(report.summary().gate().failed()).isEqualTo(2);
        assertThat(report.summary().gate().cause())
                .startsWith("2 files failed the quality gate: " + FILE + " (98 of 120 lines");
        assertThat(report.summary().notes())
                .contains("DEM12 (PVC)/20260116.LOG failed the quality gate: it has events of 2026-01-16, after today"
                        + " (2026-01-15)");
        assertThat(plant.everyRow()).isEqualTo(before);
    }

    @Test
    void many_are_told_in_one_line_that_does_not_grow_with_them() throws Exception {
        for (int day = 10; day < 30; day++) {
            piece("DEM12 (PVC)/202504" + day + ".LOG", "2025-06-30T20:00:00Z", "202506" + day + " 08:00:00");
        }

        RunReport report = plant.run();

        assertThat(report.cause())
                .startsWith("20 files failed the quality gate: ")
                .endsWith(" and 17 more");
        assertThat(TypedStep.of(report.next())).isEqualTo("atelier files list --gate-failed");
    }
}
