package org.atelier.benchmarks.micro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.fixtures.host.FileTree;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.machinelogs.line.PlausibleTimes;

/** A working day of one centre, as its log file has it. */
final class Day {

    /** Lines of the file. */
    static final int LINES = 50_000;

    static final PlausibleTimes ALL_TIMES =
            new PlausibleTimes(LocalDateTime.of(2000, 1, 1, 0, 0), LocalDateTime.of(2100, 1, 1, 0, 0));

    private Day() {}

    /** The bytes of the file, the same on any machine. */
    static byte[] bytes() {
        try {
            Path directory = Files.createTempDirectory("atelier-benchmark-");
            try {
                LogTree.seeded(1)
                        .centres("DEM12 (PVC)")
                        .days(LocalDate.of(2025, 5, 26), 1)
                        .linesPerDay(LINES)
                        .writeTo(directory);
                return onlyFile(directory);
            } finally {
                FileTree.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] onlyFile(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            if (files.size() != 1) {
                throw new IllegalStateException("one file was to be written, not " + files);
            }
            return Files.readAllBytes(files.get(0));
        }
    }
}
