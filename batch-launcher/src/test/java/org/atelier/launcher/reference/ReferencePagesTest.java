package org.atelier.launcher.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencePagesTest {

    private static final Path DIRECTORY = root().resolve("docs/reference");
    private static final Map<String, Supplier<String>> PAGES = Map.of(
            "settings.md", ReferencePages::settings,
            "commands.md", ReferencePages::commands,
            "exit-codes.md", ReferencePages::exitCodes);

    static Stream<String> pages() {
        return PAGES.keySet().stream().sorted();
    }

    /** With -Datelier.reference.write=true the page is written instead of compared. */
    @ParameterizedTest
    @MethodSource("pages")
    void the_committed_page_says_what_the_program_does(String name) throws IOException {
        String text = java.util.Objects.requireNonNull(PAGES.get(name)).get();
        Path page = DIRECTORY.resolve(name);
        if (Boolean.getBoolean("atelier.reference.write")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(page, text);
        }
        assertThat(page).hasContent(text);
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        return Files.exists(directory.resolve("batch-launcher"))
                ? directory
                : java.util.Objects.requireNonNull(directory.getParent());
    }
}
