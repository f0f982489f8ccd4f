package org.atelier.machinelogs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that grow, end in half a line, or shrink. */
class GrowingFileTest {

    private static final String FILE = "DEM12 (PVC)/20250527.LOG";
    private static final String FIRST = "20250527 08:00:00|@StukUitgevoerd: a\r\n";
    private static final String LEDGER =
            "select concat_ws(' ', etat, lignes, evenements, lignes_retenues, taille) from fichier_source";

    @TempDir
    Path directory;

    @Test
    void a_last_line_without_an_end_is_held_and_counts_once_the_file_is_settled() throws Exception {
        try (Plant plant = new Plant(directory)) {
            byte[] content = (FIRST + "20250527 08:10:00|@StukUitgevoerd: b").getBytes(UTF_8);
            plant.bytes(FILE, "2025-05-27T08:10:00Z", content);

            RunReport first = plant.run();
            assertThat(summaryOf(first).figure("lines", "held")).isEqualTo(1);
            assertThat(plant.one(String.class, LEDGER)).isEqualTo("loaded 2 1 1 " + content.length);
            assertThat(plant.one(Integer.class, "select total_pieces from session_production"))
                    .isEqualTo(1);

            RunReport tooSoon = plant.later(Duration.ofSeconds(59)).run();
            assertThat(summaryOf(tooSoon).figure("files", "taken")).isZero();

            RunReport settled = plant.later(Duration.ofSeconds(1)).run();
            assertThat(summaryOf(settled).figure("lines", "held")).isZero();
            assertThat(plant.one(String.class, LEDGER)).isEqualTo("loaded 2 2 0 " + content.length);
            assertThat(plant.one(Integer.class, "select total_pieces from session_production"))
                    .isEqualTo(2);

            assertThat(summaryOf(plant.later(Duration.ofHours(1)).run()).figure("files", "taken"))
                    .isZero();
        }
    }

    @Test
    void a_held_line_that_is_broken_is_a_reject_only_once_it_counts() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.bytes(FILE, "2025-05-27T08:10:00Z", (FIRST + "2025052").getBytes(UTF_8));

            assertThat(summaryOf(plant.run()).rejected()).isZero();
            assertThat(plant.one(Long.class, "select count(*) from ligne_rejetee"))
                    .isZero();

            assertThat(summaryOf(plant.later(Duration.ofMinutes(1)).run()).rejected())
                    .isEqualTo(1);
            assertThat(plant.one(String.class, "select motif || ' ' || contenu from ligne_rejetee"))
                    .isEqualTo("NO_SEPARATOR 2025052");
        }
    }

    @Test
    void ten_growing_stages_with_half_lines_end_as_one_run_on_the_final_file() throws Exception {
        byte[] whole = wholeDay();
        String stepwise;
        try (Plant plant = new Plant(directory.resolve("stepwise"))) {
            for (int stage = 1; stage <= 10; stage++) {
                // Odd cuts: within a time, a name, a line end, a character of two bytes.
                int end = stage == 10 ? whole.length : whole.length * stage / 10 - stage % 3;
                plant.bytes(
                        FILE,
                        Instant.parse("2025-05-27T08:00:00Z")
                                .plusSeconds(600L * stage)
                                .toString(),
                        Arrays.copyOf(whole, end));
                assertThat(plant.later(Duration.ofMinutes(10)).run().cause()).isNull();
            }
            plant.later(Duration.ofMinutes(2)).run();
            stepwise = plant.tableHash();
            assertThat(plant.one(Long.class, "select count(*) from session_production"))
                    .isEqualTo(1);
        }
        try (Plant plant = new Plant(directory.resolve("at-once"))) {
            plant.bytes(FILE, "2025-05-27T09:40:00Z", whole).run();
            plant.later(Duration.ofMinutes(2)).run();
            assertThat(plant.tableHash()).isEqualTo(stepwise);
            assertThat(plant.one(Long.class, "select lignes_retenues from fichier_source"))
                    .isZero();
        }
    }

    @Test
    void a_file_that_shrank_is_believed_once_it_is_settled_and_its_old_content_is_kept() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.bytes(
                    FILE, "2025-05-27T09:00:00Z", (FIRST + "20250527 09:00:00|@StukUitgevoerd: b\r\n").getBytes(UTF_8));
            plant.run();
            String old = plant.one(String.class, "select sha256 from fichier_source");
            Path oldCopy = plant.landingCopy(FILE);
            plant.bytes(FILE, "2025-05-27T10:00:00Z", FIRST.getBytes(UTF_8));

            RunReport tooSoon = plant.later(Duration.ofMinutes(10)).run();
            assertThat(summaryOf(tooSoon).figure("files", "growing")).isEqualTo(1);
            assertThat(summaryOf(tooSoon).figure("files", "taken")).isZero();
            assertThat(plant.one(Integer.class, "select total_pieces from session_production"))
                    .isEqualTo(2);

            plant.later(Duration.ofMinutes(1)).run();
            assertThat(plant.one(Integer.class, "select total_pieces from session_production"))
                    .isEqualTo(1);
            assertThat(plant.one(String.class, "select sha256_remplacee from fichier_source"))
                    .isEqualTo(old);
            assertThat(plant.one(String.class, "select sha256 from fichier_source"))
                    .isNotEqualTo(old);
            assertThat(oldCopy).exists();
        }
    }

    @Test
    void a_file_that_shrank_and_grew_again_is_taken_as_it_is_now() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.bytes(
                    FILE, "2025-05-27T09:00:00Z", (FIRST + "20250527 09:00:00|@StukUitgevoerd: b\r\n").getBytes(UTF_8));
            plant.run();
            plant.bytes(FILE, "2025-05-27T10:00:00Z", new byte[0]);
            plant.later(Duration.ofSeconds(30)).run();
            plant.bytes(FILE, "2025-05-27T10:01:00Z", FIRST.repeat(3).getBytes(UTF_8));

            plant.later(Duration.ofSeconds(30)).run();

            assertThat(plant.one(Integer.class, "select total_pieces from session_production"))
                    .isEqualTo(3);
        }
    }

    private static byte[] wholeDay() {
        StringBuilder lines = new StringBuilder();
        for (int minute = 0; minute < 60; minute++) {
            String time = String.format(java.util.Locale.ROOT, "20250527 10:%02d:00|@", minute);
            lines.append(time).append("StukUitgevoerd: pièce ").append(minute).append("\r\n");
            if (minute % 7 == 0) {
                lines.append(time).append("MachineWait: 12,5 sec\r\n").append("no line\r\n\r\n");
            }
            if (minute % 11 == 0) {
                lines.append(time).append("JobProfiel: R:A").append(minute).append(" L:12.5 C:blanc\r\n");
            }
        }
        lines.append("20250527 11:00:00|@MachineStop: fin");
        return lines.toString().getBytes(UTF_8);
    }
}
