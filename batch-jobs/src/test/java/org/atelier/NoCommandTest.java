package org.atelier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people type is the launcher's to say: another front end has other words for the same step. */
class NoCommandTest {

    private static final Pattern COMMAND = Pattern.compile("\\batelier [a-z-]+");

    /** Names of sessions and of a lock, not of commands. */
    private static final Pattern NAME = Pattern.compile(
            "Connections\\.owner\\(\"atelier [a-z]+ \"\\)|\"atelier run \" \\+|'atelier (?:lock |notifications)'");

    @Test
    void no_text_of_a_job_or_of_what_serves_all_jobs_is_a_command() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(NoCommandTest::isNoPage)
                    .toList();
            assertThat(sources).hasSizeGreaterThan(400);
            for (Path source : sources) {
                assertThat(commands(Files.readString(source)))
                        .as(source.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void a_command_in_a_text_is_found() {
        assertThat(commands("a(\"to see it: atelier status\"); b(\"atelier \" + c);"))
                .containsExactly("atelier status");
        assertThat(commands("// atelier run\n\"\"\"\n then 'atelier restart ' || id\n\"\"\""))
                .containsExactly("atelier restart");
        assertThat(commands("open(Connections.owner(\"atelier check \"))")).isEmpty();
    }

    /** What a setting means is text of a page about the program, whoever reads the setting. */
    private static boolean isNoPage(Path source) {
        return !source.endsWith(Path.of("database", "DatabaseKeys.java"));
    }

    private static List<String> commands(String source) {
        return SharedPackagesTest.texts(NAME.matcher(source).replaceAll(""))
                .flatMap(text -> COMMAND.matcher(text).results())
                .map(MatchResult::group)
                .toList();
    }
}
