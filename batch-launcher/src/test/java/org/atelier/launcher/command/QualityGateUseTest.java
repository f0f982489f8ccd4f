package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atelier.fixtures.http.HttpTestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is loaded but needs a look, from the command line. */
class QualityGateUseTest {

    private static final String FILE = "DEM12 (PVC)/20250528.LOG";
    private static final String WHY = "98 of 100 lines are rejected, over the limit of 50 %";

    @TempDir
    Path directory;

    private LogsUse plant;

    @BeforeEach
    void write() throws Exception {
        plant = new LogsUse(directory);
        plant.log(
                FILE,
                "2025-05-28T20:00:00Z",
                Stream.concat(
                                Stream.of("20250528 08:00:00|@StukUitgevoerd:", "20250528 09:00:00|@StukUitgevoerd:"),
                                IntStream.range(0, 98).mapToObj(n -> "broken " + n))
                        .toArray(String[]::new));
        plant.log("SU12 (HYBRIDE)/x.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd:");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void a_run_ends_with_eight_names_the_file_and_tells_what_shows_why() throws Exception {
        CommandLineUse run = plant.use(8, "run", "machine-logs");
        assertThat(run.out()).contains("1 file failed the quality gate: " + FILE + " (" + WHY + ")", "loaded=2");
        assertThat(plant.follow(run, "atelier files show ", 0).out())
                .contains("loaded")
                .containsPattern("gate failed +" + WHY);
        assertThat(plant.use(0, "history").out()).contains("1 file failed the quality gate: " + FILE);
        assertThat(plant.use(0, "show", "last").out()).contains("1 file failed the quality gate: " + FILE);
        plant.use(0, "run", "machine-logs");
        plant.use(5, "restart", "1");
        plant.use(8, "run", "machine-logs", "--file", FILE);
    }

    @Test
    void the_ledger_lists_it() throws Exception {
        plant.use(8, "run", "machine-logs");
        String all = plant.use(0, "files", "list", "-o", "csv").out();
        assertThat(all).contains(",cause,gate_failed", WHY, "x.LOG");
        assertThat(plant.use(0, "files", "list", "--gate-failed", "-o", "csv").out())
                .contains(WHY)
                .doesNotContain("x.LOG");
        assertThat(plant.use(0, "files", "list", "-o", "json").out())
                .contains("\"gate_failed\":\"" + WHY + "\"", "\"gate_failed\":null");

        plant.use(0, "files", "forget", FILE, "--yes");
        assertThat(plant.use(0, "files", "list", "--gate-failed").out()).contains("No files.");
    }

    @Test
    void several_files_are_listed() throws Exception {
        plant.log("SU12 (HYBRIDE)/20250101.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: b");

        CommandLineUse run = plant.use(8, "run", "machine-logs");
        assertThat(plant.follow(run, "atelier files list --gate-failed", 0).out())
                .contains(WHY, "most of them are of 2025-05-28");
    }

    @Test
    void a_dry_run_and_a_preview_tell_it_too() throws Exception {
        CommandLineUse dry = plant.use(8, "run", "machine-logs", "--dry-run");
        assertThat(dry.out()).contains("1 file failed the quality gate: " + FILE);
        CommandLineUse preview = plant.use(8, "preview", "machine-logs", "-o", "json");
        assertThat(preview.out()).contains("\"notes\": [", "\"" + FILE + " failed the quality gate: " + WHY + "\"]");
        assertThat(plant.use(8, "preview", "machine-logs").out()).contains(FILE + " failed the quality gate: " + WHY);
        assertThat(plant.rows("select count(*) from fichier_source")).containsExactly("0");
    }

    @Test
    void the_settings_decide() throws Exception {
        plant.set("ATELIER_MACHINE_LOGS_GATE_MAX_REJECT_RATIO", "98%");
        plant.use(0, "run", "machine-logs");
        plant.set("ATELIER_MACHINE_LOGS_GATE_MAX_REJECT_RATIO", "0.979");
        assertThat(plant.use(8, "run", "machine-logs", "--file", FILE).out()).contains("over the limit of 97.9 %");
        plant.set("ATELIER_MACHINE_LOGS_GATE_MAX_REJECT_RATIO", "150%");
        plant.use(3, "run", "machine-logs");
    }

    @Test
    void people_are_told_of_the_file_once_and_not_of_the_run() throws Exception {
        try (HttpTestServer webhook = HttpTestServer.start()) {
            plant.set("ATELIER_NOTIFY_WEBHOOK_URL", webhook.url() + "/hook");
            plant.use(8, "run", "machine-logs");
            plant.use(8, "run", "machine-logs", "--file", FILE);
            plant.use(0, "run", "machine-logs");
            plant.use(0, "backfill", "machine-logs", "--from", "2025-05-28", "--to", "2025-05-28");
        }
        String next = plant.rows("select next_step from atelier_notification where kind = 'gate_failed'")
                .get(0);
        assertThat(plant.use(0, next.replaceFirst("^atelier ", "").split(" ")).out())
                .contains(WHY);
        assertThat(plant.rows("select kind, title from atelier_notification where kind <> 'centre_silent'"))
                .containsExactly("gate_failed DEM12: a file is loaded, but failed the quality gate");
    }
}
