package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Path;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOptions;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was asked for one file. */
class OneFileTest {

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
        for (int day = 26; day < 30; day++) {
            plant.log(
                    "DEM12 (PVC)/202505" + day + ".LOG",
                    "2025-05-" + day + "T20:00:00Z",
                    "202505" + day + " 08:00:00|@StukUitgevoerd: a",
                    "broken",
                    "202505" + day + " 08:00:01|@Deur: open",
                    "202505" + day + " 09:00:00|@StukUitgevoerd: b");
        }
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void it_is_told_with_its_lines_and_its_events_by_type() throws Exception {
        RunReport report = plant.run(new RunOptions(null, "20250528.LOG"));

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(summaryOf(report).notes())
                .contains(
                        "DEM12 (PVC)/20250528.LOG: 4 lines read, 2 used, 1 counted only, 0 blank, 1 rejected, 0 held;"
                                + " days 2025-05-28",
                        "DEM12 (PVC)/20250528.LOG: Deur 1, StukUitgevoerd 2");
        assertThat(plant.one(Long.class, "select count(*) from session_production"))
                .isEqualTo(1);
    }

    @Test
    void a_name_that_no_file_has_is_refused_with_the_nearest_ones_and_nothing_is_done() throws Exception {
        plant.delete("DEM12 (PVC)/20250528.LOG");
        RunReport report = plant.run(new RunOptions(null, "20250528.LOG"));

        assertThat(report.ending()).isEqualTo(RunEnding.NOT_FOUND);
        assertThat(report.cause())
                .contains("no log file is named 20250528.LOG; nothing was done")
                .endsWith("The nearest of 3: DEM12 (PVC)/20250527.LOG, DEM12 (PVC)/20250529.LOG");
        assertThat(plant.one(Long.class, "select count(*) from fichier_source")).isZero();
    }

    @Test
    void a_name_in_other_letters_is_the_nearest() throws Exception {
        RunReport report = plant.run(new RunOptions(null, "dem12 (pvc)/20250526.log"));

        assertThat(report.ending()).isEqualTo(RunEnding.NOT_FOUND);
        assertThat(report.cause()).endsWith("DEM12 (PVC)/20250526.LOG, DEM12 (PVC)/20250527.LOG");
    }
}
