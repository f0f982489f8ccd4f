package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check freshness} from log files on. */
class CheckFreshnessTest {

    @TempDir
    Path directory;

    @Test
    void a_centre_that_fell_silent_is_exit_code_8_until_it_is_out_of_use() throws Exception {
        try (LogsUse plant = new LogsUse(directory)) {
            CommandLineUse nothing = plant.use("check", "freshness", "-o", "csv");
            assertThat(nothing.code()).as(nothing.err()).isZero();
            assertThat(nothing.out()).contains("none has sent anything yet");

            plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd:");
            assertThat(plant.use("run", "machine-logs").code()).isZero();
            CommandLineUse silent = plant.use("check", "freshness", "-o", "csv");
            assertThat(silent.code()).isEqualTo(8);
            assertThat(silent.out())
                    .contains(
                            "freshness,silent,DEM12,\"no session since 2025-05-28, ", "last file of 2025-05-28 22:00");

            plant.execute("update centre_usinage set actif = false");
            CommandLineUse idle = plant.use("check", "freshness", "-o", "csv");
            assertThat(idle.code()).isZero();
            assertThat(idle.out()).contains("out of use");
        }
    }
}
