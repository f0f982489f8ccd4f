package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions as a French Excel opens them. */
class SessionsExportTest {

    private static final String EXAMPLE =
            "DEM12;PVC;28/05/2025;28/05/2025 08:00:00;28/05/2025 10:00:00;28/05/2025 09:15:00;"
                    + "28/05/2025 09:00:00;2;2,0000;0,1667;0,2500;1,5833;79,17;8,33;12,50;1,00;DEM12 (PVC)/20250528.LOG\r\n";

    @TempDir
    Path directory;

    private LogsUse plant;

    @BeforeEach
    void sessions() throws Exception {
        plant = new LogsUse(directory);
        plant.log(
                "DEM12 (PVC)/20250528.LOG",
                "2025-05-28T20:00:00Z",
                "20250528 08:00:00|@StukUitgevoerd:",
                "20250528 08:30:00|@MachineWait: 600 sec",
                "20250528 09:00:00|@MachineStop:",
                "20250528 09:15:00|@MachineStart:",
                "20250528 10:00:00|@StukUitgevoerd:");
        plant.log("=1+1 (A;\"LU\")/20250530.LOG", "2025-05-30T20:00:00Z", "20250530 08:00:00|@Zaag:");
        assertThat(plant.use("run", "machine-logs").code()).isZero();
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void numbers_and_days_are_written_the_french_way_behind_a_byte_order_mark() {
        CommandLineUse use = plant.use("sessions", "export", "--centre", "DEM12");
        assertThat(use.code()).isZero();
        assertThat(use.out())
                .startsWith("\uFEFFCentre;Type;Date;Première pièce;")
                .endsWith(";Fichiers\r\n" + EXAMPLE);
    }

    @Test
    void what_a_spreadsheet_would_run_or_cut_is_made_harmless() {
        assertThat(plant.use("sessions", "export", "--from", "2025-05-29").out().lines())
                .element(1)
                .isEqualTo("'=1+1;\"A;\"\"LU\"\"\";30/05/2025;;;;;0;0,0000;0,0000;0,0000;0,0000;0,00;0,00;0,00;;"
                        + "\"'=1+1 (A;\"\"LU\"\")/20250530.LOG\"");
    }

    @Test
    void days_are_from_the_first_to_the_last_both_included() {
        assertThat(plant.use("sessions", "export").out().lines()).hasSize(3);
        assertThat(plant.use("sessions", "export", "--from", "2025-05-28", "--to", "2025-05-28")
                        .out())
                .endsWith(EXAMPLE);
        assertThat(plant.use("sessions", "export", "--to", "2025-05-27").out().lines())
                .hasSize(1);
        assertThat(plant.use("sessions", "export", "--from", "2025-05-30", "--to", "2025-05-28")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void a_file_is_written_whole() throws Exception {
        CommandLineUse use = plant.use("sessions", "export", "--centre", "DEM12", "--file", "sessions.csv");
        assertThat(use.code()).isZero();
        assertThat(use.out()).isEmpty();
        assertThat(Files.readString(directory.resolve("sessions.csv"), StandardCharsets.UTF_8))
                .endsWith(EXAMPLE);
        assertThat(directory.resolve("sessions.csv.part")).doesNotExist();
        assertThat(plant.use("sessions", "export", "--file", "no/such/place.csv")
                        .code())
                .isEqualTo(1);
    }
}
