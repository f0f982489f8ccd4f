package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told to type about files of measuring boxes. */
class NextStepsOfMeasurementsTest {

    private static final String FILE = "acme/essai/02000800/T302_260105_090000.tsv";

    @TempDir
    Path directory;

    private LogsUse withFile() throws Exception {
        Path file = directory.resolve("boxes").resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "02000800\t02000800\t02000800\nMV_T302_V002\tPh 1 V\tVoie1 W\n05/01/26 08:00:00\t231.8\t1500.0\n");
        return new LogsUse(directory)
                .set(
                        "ATELIER_MEASUREMENTS_DATA_FOLDER",
                        directory.resolve("boxes").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run measurements --file other.tsv", "run measurements --dry-run --file other.tsv"})
    void a_file_of_no_such_name_is_looked_for_among_those_that_wait(String line) throws Exception {
        try (LogsUse boxes = withFile()) {
            CommandLineUse told = boxes.use(4, line.split(" "));
            assertThat(told.out() + told.err()).contains("Those that wait: " + FILE);
            assertThat(boxes.use(0, "check", "measurements").out()).contains(FILE);
        }
    }
}
