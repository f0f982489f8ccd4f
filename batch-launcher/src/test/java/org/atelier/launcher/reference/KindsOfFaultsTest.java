package org.atelier.launcher.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of kinds of faults names tests that are there. */
class KindsOfFaultsTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");

    @Test
    void every_test_that_the_table_names_is_there() throws IOException {
        Path root = root();
        Set<String> named = NAMED.matcher(Files.readString(root.resolve("docs/testing.md")))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", "") + ".java")
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(testsOf(root)).containsAll(named);
    }

    private static Set<String> testsOf(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(KindsOfFaultsTest::names)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> names(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        return Files.exists(directory.resolve("batch-launcher"))
                ? directory
                : Objects.requireNonNull(directory.getParent());
    }
}
