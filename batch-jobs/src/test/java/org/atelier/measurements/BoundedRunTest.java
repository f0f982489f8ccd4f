package org.atelier.measurements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's memory does not grow with the size and the number of files. */
class BoundedRunTest {

    /** Half of what is promised; the points alone would need more. */
    private static final String HEAP = "-Xmx64m";

    /** Raises how many small files there are; see docs/testing.md. */
    private static final int FILES = Integer.getInteger("atelier.measurements.files", 100);

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MM/uu HH:mm:ss", Locale.ROOT);

    /** Minutes of the day that small files have a row of. */
    private static final int DAY = 1_440;

    private static final int ROWS = 100_000;
    private static final int COLUMNS = 10;

    @TempDir
    Path directory;

    @Test
    void a_million_points_in_one_file_and_many_small_files_are_stored_in_a_small_heap() throws Exception {
        try (Boxes boxes = new Boxes(directory)) {
            writeLarge(boxes.data.resolve("durand/essai/02009001/large.tsv"));
            for (int n = 0; n < FILES; n++) {
                boxes.file("martin/c" + n / DAY + "/02009002/" + n + ".tsv", Box.plain(Box.row(n % DAY, 230, n)));
            }

            assertThat(run(boxes)).contains("ENDED OK");

            assertThat(boxes.rows("select bucket, sum(points) from v_appareil_campagnes group by bucket order by 1"))
                    .containsExactly("durand|1000000", "martin|" + 2 * FILES);
            assertThat(boxes.files()).hasSize(1 + FILES).allMatch(file -> file.contains("/parsed/"));
        }
    }

    private static void writeLarge(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        LocalDateTime time = LocalDateTime.of(2026, 3, 1, 0, 0);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("02009001" + "\t02009001".repeat(COLUMNS) + "\nMV_T302_V002" + "\tVoie W".repeat(COLUMNS) + "\n");
            for (int row = 0; row < ROWS; row++) {
                out.write(
                        STAMP.format(time.plusSeconds(20L * row)) + ("\t" + row % 977 + ".25").repeat(COLUMNS) + "\n");
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(1, ChronoUnit.HOURS)));
    }

    private String run(Boxes boxes) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RunUnderMemoryLimit.class.getName(),
                        boxes.databaseSettings().url(),
                        boxes.databaseSettings().username(),
                        boxes.databaseSettings().password().reveal(),
                        boxes.data.toString(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, UTF_8);
    }
}
