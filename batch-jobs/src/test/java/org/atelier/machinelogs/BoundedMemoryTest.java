package org.atelier.machinelogs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.logs.LogTreeSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the number and the size of files. */
class BoundedMemoryTest {

    /** Spring, the driver and two days at work need most of it; the lines would need several times as much. */
    private static final String HEAP = "-Xmx64m";

    @TempDir
    Path directory;

    @Test
    void a_million_lines_and_a_day_of_many_lines_load_in_a_small_heap() throws Exception {
        try (Plant plant = new Plant(directory)) {
            LogTreeSummary days = LogTree.seeded(5)
                    .centres("DEM12 (PVC)", "SU12 (HYBRIDE)")
                    .days(LocalDate.of(2025, 5, 5), 10)
                    .linesPerDay(35_000)
                    .writeTo(plant.logs);
            LogTreeSummary day = LogTree.seeded(6)
                    .centres("DEMALU (ALU)")
                    .days(LocalDate.of(2025, 5, 5), 1)
                    .linesPerDay(300_000)
                    .writeTo(plant.logs);

            assertThat(load(plant)).contains("ENDED OK");

            assertThat(plant.one(Long.class, "select sum(lignes) from fichier_source"))
                    .isEqualTo(days.lines() + day.lines())
                    .isGreaterThanOrEqualTo(1_000_000);
            assertThat(plant.one(Long.class, "select count(*) from fichier_source where etat = 'loaded'"))
                    .isEqualTo(21);
            assertThat(plant.one(Long.class, "select count(*) from piece_production"))
                    .isEqualTo(plant.one(Long.class, "select sum(total_pieces) from session_production"))
                    .isGreaterThan(300_000);
        }
    }

    private String load(Plant plant) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LoadUnderMemoryLimit.class.getName(),
                        plant.databaseSettings().url(),
                        plant.databaseSettings().username(),
                        plant.databaseSettings().password().reveal(),
                        plant.logs.toString(),
                        plant.landing().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, UTF_8);
    }
}
