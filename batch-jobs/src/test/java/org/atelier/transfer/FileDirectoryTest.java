package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileDirectoryTest extends RemoteDirectoryContract {

    @Override
    RemoteSource serve(Path directory) {
        return RemoteSource.parse(directory.resolve("logs").toString());
    }

    @Override
    String absolute(String path) {
        return served.resolve(path).toString();
    }

    @Test
    void a_root_that_is_not_mounted_is_unreachable() {
        assertThatThrownBy(() -> RemoteDirectories.connect(RemoteSource.parse("file:///not/mounted")))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("/not/mounted");
    }

    /** Where Java knows ASCII alone, it reads both as the same name, and finds neither. */
    @Test
    void names_are_read_by_their_bytes_in_any_locale() throws Exception {
        for (String name : List.of("caf%E9.LOG", "caf%E8.LOG", "%C3%A9t%C3%A9.LOG", "plain%3F.LOG")) {
            Files.writeString(Path.of(URI.create(root.toUri() + name)), "of " + name);
        }
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ListNames.class.getName(),
                root.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.redirectErrorStream(true).start();
        try (var out = process.getInputStream()) {
            assertThat(new String(out.readAllBytes(), US_ASCII).lines().skip(1))
                    .containsExactly(
                            "caf\\xe8.LOG fault",
                            "caf\\xe9.LOG fault",
                            "plain?.LOG of plain%3F.LOG",
                            "\\u00e9t\\u00e9.LOG of %C3%A9t%C3%A9.LOG");
        }
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void a_directory_that_may_not_be_read_is_no_empty_one() throws Exception {
        Path closed = Files.createDirectories(root.resolve("closed"));
        Files.writeString(closed.resolve("a.LOG"), "x");
        Files.setPosixFilePermissions(closed, Set.of());
        // Root reads everything.
        if (!Files.isReadable(closed)) {
            assertThatThrownBy(() -> directory.list("closed"))
                    .isInstanceOf(MissingDirectoryException.class)
                    .hasMessageContaining("no right to list closed");
        }
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
