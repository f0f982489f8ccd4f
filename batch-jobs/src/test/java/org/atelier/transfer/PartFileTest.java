package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two downloads of one file at a moment: in one process, and in two. */
class PartFileTest {

    @TempDir
    private Path incoming;

    @Test
    void a_second_download_of_the_same_file_in_this_process_leaves_the_lock_of_the_first_one() throws Exception {
        try (PartFile first = PartFile.claim(incoming, "ftp://plant", "a.LOG")) {
            Path held = only();
            try (PartFile second = PartFile.claim(incoming, "ftp://plant", "a.LOG")) {
                assertThat(second).isNotSameAs(first);
            }
            assertThat(only()).isEqualTo(held);
            assertThat(inAnotherProcess(held)).isEqualTo("locked");
        }
        assertThat(inAnotherProcess(only())).isEqualTo("free");
    }

    @Test
    void what_a_download_left_is_taken_up_by_the_next_one() throws Exception {
        PartFile.claim(incoming, "ftp://plant", "a.LOG").close();
        Path left = only();

        try (PartFile next = PartFile.claim(incoming, "ftp://plant", "a.LOG")) {
            assertThat(next).isNotNull();
            assertThat(only()).isEqualTo(left);
            assertThat(inAnotherProcess(left)).isEqualTo("locked");
        }
    }

    private Path only() throws IOException {
        try (var files = Files.list(incoming)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0).toRealPath();
        }
    }

    private static String inAnotherProcess(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        TryLock.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    /** Says whether another process holds the lock of a file. */
    static final class TryLock {

        private TryLock() {}

        public static void main(String[] file) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
                System.out.print(channel.tryLock() == null ? "locked" : "free");
            }
        }
    }
}
