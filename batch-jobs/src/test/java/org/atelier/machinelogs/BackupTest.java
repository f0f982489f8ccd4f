package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.atelier.fixtures.postgres.RunningBackup;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever only reads tables, for however long, holds up no run. */
class BackupTest {

    @TempDir
    private Path directory;

    @Test
    void a_backup_that_has_read_every_table_holds_up_no_run() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.log("DEM12 (PVC)/20250527.LOG", "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd");
            plant.run();
            try (RunningBackup backup = plant.backup()) {
                plant.log(
                        "DEM12 (PVC)/20250527.LOG",
                        "2025-05-27T21:00:00Z",
                        "20250527 08:00:00|@StukUitgevoerd",
                        "20250527 09:00:00|@StukUitgevoerd");

                RunReport report = plant.later(Duration.ofDays(1)).run();

                assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
                assertThat(backup.tables()).isPositive();
            }
            assertThat(plant.one(Long.class, "select total_pieces from session_production"))
                    .isEqualTo(2L);
        }
    }
}
