package org.atelier.machinelogs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Path;
import java.time.Duration;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that are no events. */
class RejectedLinesTest {

    private static final String FILE = "DEM12 (PVC)/20250527.LOG";

    @TempDir
    Path directory;

    @Test
    void every_reason_lands_in_the_table_with_line_offset_and_text() throws Exception {
        try (Plant plant = new Plant(directory)) {
            String longLine = "x".repeat(70_000);
            plant.log(
                    FILE,
                    "2025-05-27T20:00:00Z",
                    "20250527 08:00:00|@StukUitgevoerd: a",
                    "",
                    "no separator",
                    "20250532 08:00:00|@StukUitgevoerd",
                    "19991231 23:59:59|@StukUitgevoerd",
                    "20250527 08:00:00|@ : nothing",
                    "20250527 08:00:00|@MachineWait: soon",
                    longLine,
                    "20250527 08:00:00|@Andere: x");

            RunReport report = plant.run();

            assertThat(plant.one(String.class, """
                            select string_agg(concat_ws(' ', numero_ligne, decalage_octets, motif, length(contenu)), ', ' order by numero_ligne)
                              from ligne_rejetee
                            """))
                    .isEqualTo("3 40 NO_SEPARATOR 12, 4 54 BAD_TIMESTAMP 33, 5 89 IMPLAUSIBLE_TIMESTAMP 33, "
                            + "6 124 EMPTY_EVENT 29, 7 155 BAD_DETAILS 36, 8 193 LINE_TOO_LONG 65536");
            assertThat(plant.one(String.class, "select contenu from ligne_rejetee where motif = 'NO_SEPARATOR'"))
                    .isEqualTo("no separator");
            assertThat(plant.one(Long.class, "select distinct job_execution_id from ligne_rejetee"))
                    .isEqualTo(report.execution());
            assertThat(report.ending()).isEqualTo(RunEnding.OK);
            assertThat(summaryOf(report).rejected()).isEqualTo(6);
            assertThat(summaryOf(report).figures().get("lines"))
                    .hasToString("{read=9, used=1, counted=1, blank=1, rejected=6, held=0}");
            assertThat(summaryOf(report).notes()).contains("DEM12 (PVC): 1 loaded, 0 failed");
        }
    }

    @Test
    void a_reload_replaces_the_rejects_of_its_file_and_no_other() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.log(FILE, "2025-05-27T20:00:00Z", "broken", "20250527 08:00:00|@StukUitgevoerd").log(
                    "DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "other", "20250528 08:00:00|@StukUitgevoerd");
            plant.run();
            long other = plant.one(Long.class, "select id from ligne_rejetee where contenu = 'other'");
            plant.log(FILE, "2025-05-27T21:00:00Z", "20250527 08:00:00|@StukUitgevoerd", "broken anew", "and again");

            plant.run();

            assertThat(plant.rows(
                                    "select numero_ligne as n, contenu as t from ligne_rejetee order by fichier_id, numero_ligne")
                            .toString())
                    .isEqualTo("[{n=2, t=broken anew}, {n=3, t=and again}, {n=1, t=other}]");
            assertThat(plant.one(Long.class, "select id from ligne_rejetee where contenu = 'other'"))
                    .isEqualTo(other);

            plant.log(FILE, "2025-05-27T22:00:00Z", "20250527 08:00:00|@StukUitgevoerd")
                    .run();
            plant.later(Duration.ofMinutes(1)).run();
            assertThat(plant.one(Long.class, "select count(*) from ligne_rejetee"))
                    .isEqualTo(1);
        }
    }

    @Test
    void bytes_of_no_meaning_are_kept_as_rejects_and_never_fail_a_file() throws Exception {
        try (Plant plant = new Plant(directory)) {
            byte[] bytes = new byte[4096];
            new java.util.Random(7).nextBytes(bytes);
            plant.bytes(FILE, "2025-05-27T20:00:00Z", bytes)
                    .bytes(
                            "DEM12 (PVC)/utf16.LOG",
                            "2025-05-27T20:00:00Z",
                            "\u00ff\u00fe\u0000\u00d8\n\u0000x\u0000\n\u0000".getBytes(ISO_8859_1));

            RunReport report = plant.run();

            assertThat(report.cause()).isNull();
            assertThat(report.ending()).isEqualTo(RunEnding.OK);
            assertThat(plant.one(Long.class, "select count(*) from ligne_rejetee"))
                    .isEqualTo(summaryOf(report).rejected());
            assertThat(summaryOf(report).rejected()).isGreaterThan(1);
        }
    }

    @Test
    void a_run_counts_by_directory_and_in_all() throws Exception {
        try (Plant plant = new Plant(directory)) {
            for (int day = 10; day < 15; day++) {
                plant.log(
                        "DEM12 (PVC)/202505" + day + ".LOG",
                        "2025-05-27T20:00:00Z",
                        "202505" + day + " 08:00:00|@StukUitgevoerd");
            }
            plant.log("SU12/20250510.LOG", "2025-05-27T20:00:00Z", "20250510 08:00:00|@StukUitgevoerd")
                    .bytes("SU12/notes.txt", "2025-05-27T20:00:00Z", new byte[3]);

            RunReport first = plant.run();
            assertThat(summaryOf(first).notes())
                    .containsExactly("DEM12 (PVC): 5 loaded, 0 failed", "SU12: 1 loaded, 0 failed");
            assertThat(summaryOf(first).figures().get("files"))
                    .hasToString(
                            "{found=6, taken=6, loaded=6, unchanged=0, growing=0, duplicate=0, failed=0, ignored=1}");

            RunReport second = plant.run();
            assertThat(summaryOf(second).notes())
                    .containsExactly(
                            "DEM12 (PVC): 0 loaded, 0 failed, 5 unchanged", "SU12: 0 loaded, 0 failed, 1 unchanged");
        }
    }
}
