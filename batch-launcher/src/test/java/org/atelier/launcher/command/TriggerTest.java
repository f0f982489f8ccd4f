package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What started a run stands in the history. */
class TriggerTest {

    @TempDir
    Path directory;

    @Test
    void a_schedule_a_cluster_and_a_person_are_told_apart() throws Exception {
        try (LogsUse workshop = new LogsUse(directory)) {
            workshop.log("DEM12 (PVC)/20250505.LOG", "2025-05-06T10:00:00Z", "20250505 08:00:00|@MachineStart: x");
            assertThat(workshop.use("run", "machine-logs").code()).isZero();
            workshop.set("KUBERNETES_SERVICE_HOST", "10.0.0.1");
            assertThat(workshop.use("run", "machine-logs").code()).isZero();
            workshop.set("ATELIER_TRIGGER", "cron");
            assertThat(workshop.use("run", "machine-logs").code()).isZero();
            assertThat(workshop.rows("select trigger_kind from v_run order by run_id"))
                    .containsExactly("manual", "kubernetes", "cron");
            assertThat(workshop.use("history", "--all").out()).contains(" cron ", " kubernetes ", " manual ");
        }
    }

    @Test
    void what_is_none_of_them_is_refused() {
        try (LogsUse workshop = new LogsUse(directory)) {
            CommandLineUse use = workshop.set("ATELIER_TRIGGER", "moon").use("check", "config");
            assertThat(use.code()).isEqualTo(3);
            assertThat(use.out()).contains("atelier.trigger", "cron");
        }
    }
}
