package org.atelier.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldLogsTest {

    private static final Instant LIMIT = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path directory;

    private void written(String name, String time) throws IOException {
        Files.setLastModifiedTime(Files.createFile(directory.resolve(name)), FileTime.from(Instant.parse(time)));
    }

    @Test
    void stack_traces_are_kept_as_long_as_the_logs_of_runs() throws IOException {
        written("errors.log", "2026-10-01T00:00:00Z");
        written(OldLogs.ofErrors(Instant.parse("2026-10-31T23:59:59Z")), "2026-10-31T23:59:59Z");
        written(OldLogs.ofErrors(Instant.parse("2026-11-01T00:00:00Z")), "2026-11-01T00:00:00Z");
        written("run-1.log", "2026-10-01T00:00:00Z");
        written("run-2.log", "2026-10-01T00:00:00Z");
        written("notes.txt", "2026-10-01T00:00:00Z");

        assertThat(new OldLogs(directory, List.of(2L)).delete(LIMIT)).isEqualTo(3);

        try (var left = Files.list(directory)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("errors-2026-11-01.log", "run-2.log", "notes.txt");
        }
    }
}
