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

    @Test
    void a_centre_without_a_session_up_to_today_is_unknown_and_exit_code_8() throws Exception {
        try (LogsUse plant = new LogsUse(directory)) {
            plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "broken");
            plant.use(0, "run", "machine-logs");
            plant.execute("insert into session_production (centre_usinage_id, date_production)"
                    + " select id, current_date + 2 from centre_usinage");

            CommandLineUse unknown = plant.use(8, "check", "freshness", "-o", "csv");
            assertThat(unknown.out())
                    .contains("freshness,unknown,DEM12,\"no session yet; last file of 2025-05-28 22:00");
            assertThat(unknown.out()).contains("atelier files list --centre DEM12");
        }
    }

    @Test
    void beyond_the_age_that_is_set_nothing_is_ok() throws Exception {
        try (LogsUse plant = new LogsUse(directory)) {
            plant.log("DEM12 (PVC)/x.LOG", "2025-05-28T20:00:00Z", "broken");
            plant.use(0, "run", "machine-logs");
            plant.execute("insert into session_production (centre_usinage_id, date_production)"
                    + " select id, current_date - n from centre_usinage, unnest('{10,66}'::int[]) n");

            assertThat(plant.use(8, "check", "freshness", "-o", "csv").out())
                    .contains(
                            "freshness,unknown,DEM12,\"no session since 20", "too old, though no usual day is missing");
            plant.set("ATELIER_NOTIFY_MAX_AGE", "12d");
            plant.use(0, "run", "machine-logs");
            assertThat(plant.use(0, "check", "freshness", "-o", "csv").out()).contains("freshness,ok,DEM12");
        }
    }
}
