package org.atelier.launcher.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atelier.launcher.ForkedProcess;
import org.atelier.launcher.TypedCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is on call types what the pages say. */
class OperatePagesTest {

    private static final Pattern COMMAND = Pattern.compile("\\./atelier ([^`\\n#|]+)");

    static List<String> commands() throws IOException {
        try (Stream<Path> pages = Files.list(ForkedProcess.root().resolve("docs/operate"))) {
            return pages.flatMap(page -> COMMAND.matcher(text(page)).results().map(found -> found.group(1)))
                    // In a list of commands, two blanks set off what each one does.
                    .map(command -> command.split(" {2}", 2)[0].strip())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_of_these_pages_is_one_that_the_program_takes(String command) {
        assertThatCode(() -> TypedCommand.parse(command)).doesNotThrowAnyException();
    }

    @Test
    void there_are_such_commands_and_a_wrong_one_would_be_found() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(10);
        assertThatCode(() -> TypedCommand.parse("histroy")).hasMessageContaining("histroy");
    }

    private static String text(Path page) {
        try {
            return Files.readString(page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
