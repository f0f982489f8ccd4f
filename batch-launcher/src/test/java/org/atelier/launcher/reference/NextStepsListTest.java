package org.atelier.launcher.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.launcher.ForkedProcess;
import org.atelier.launcher.command.Commands;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.Test;

/**
 * Every message that names a command, or a step that is one, is in a list, {@code next-steps.txt}, with the test that
 * types the command.
 */
class NextStepsListTest {

    private static final Pattern COMMAND = Pattern.compile("\\./atelier\"|\\batelier (?:\"|([a-z]+)[^\"';()`]*)"
            + "|NextStep(?:\\.|::)(?:restart|logs|(?:Of|Start|Check|Show|List|Just)\\w*(?=\\())");
    private static final List<String> MODULES = List.of("batch-jobs", "batch-launcher", "db-migrations");

    /** A message, by its file, and a test, or why there is none. */
    private record Listed(String message, String test) {

        boolean isTyped() {
            return !test.startsWith("none: ");
        }

        String type() {
            return test.substring(0, test.indexOf('.'));
        }

        String method() {
            return test.substring(test.indexOf('.') + 1);
        }
    }

    @Test
    void a_message_that_names_a_command_is_listed_and_what_is_listed_is_there() throws IOException {
        assertThat(listed().stream().map(Listed::message)).containsExactlyElementsOf(messages());
    }

    @Test
    void the_tests_that_type_them_are_there() throws IOException {
        Map<String, String> tests = sources("batch-launcher", "test")
                .collect(Collectors.toMap(NextStepsListTest::name, NextStepsListTest::text));
        List<Listed> typed = listed().stream().filter(Listed::isTyped).toList();
        assertThat(typed)
                .hasSizeGreaterThan(60)
                .allSatisfy(each -> assertThat(tests.getOrDefault(each.type(), ""))
                        .as(each.test())
                        .contains("void " + each.method() + "("));
    }

    private static List<Listed> listed() throws IOException {
        Path list = ForkedProcess.root().resolve("batch-launcher/src/test/resources/next-steps.txt");
        return Files.readAllLines(list, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> new Listed(line.replaceFirst(" +\\| .*", ""), line.replaceFirst(".* \\| +", "")))
                .toList();
    }

    private static List<String> messages() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Set<String> commands = Commands.model(new Surroundings(Map.of(), here, here), System.out, System.err)
                .getSubcommands()
                .keySet();
        List<String> messages = new ArrayList<>();
        for (String module : MODULES) {
            sources(module, "main").forEach(file -> messages.addAll(messages(file, commands)));
        }
        return messages.stream().distinct().sorted().toList();
    }

    private static List<String> messages(Path file, Set<String> commands) {
        return text(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("*") && !line.startsWith("/*") && !line.startsWith("//"))
                .flatMap(line -> COMMAND.matcher(line).results())
                .filter(found -> found.group(1) == null || commands.contains(found.group(1)))
                .map(found ->
                        name(file) + ": " + found.group().replace("\"", "").strip())
                .toList();
    }

    private static Stream<Path> sources(String module, String part) throws IOException {
        try (Stream<Path> files = Files.walk(ForkedProcess.root().resolve(module + "/src/" + part + "/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList()
                    .stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
