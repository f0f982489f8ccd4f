package org.atelier.measurements.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with a file. */
class MillionPointsTest {

    /** The driver needs half of it; the points would need twice as much. */
    private static final String HEAP = "-Xmx24m";

    @TempDir
    Path directory;

    @Test
    void a_million_points_and_their_repeat_need_a_small_heap() throws Exception {
        try (SeriesDatabase series = new SeriesDatabase(directory)) {
            assertThat(write(series)).contains("Stored[points=1000000, written=1000000]");
            assertThat(series.rows("select count(*) from mesure_electrique")).containsExactly("1000000");
            assertThat(series.rows("select sum(nombre) from mesure_horaire")).containsExactly("1000000");
            assertThat(series.rows("select relname from pg_class where relname like 'mesure_electrique_20__\\___'"))
                    .containsExactly("mesure_electrique_2026_03");

            assertThat(write(series)).contains("Stored[points=1000000, written=0]");
        }
    }

    private String write(SeriesDatabase series) throws Exception {
        Path spill = Files.createTempDirectory(directory, "spill");
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WriteUnderMemoryLimit.class.getName(),
                        series.database.jdbcUrl(),
                        series.database.username(),
                        series.database.password(),
                        spill.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(spill).isEmptyDirectory();
        return Files.readString(output, UTF_8);
    }
}
