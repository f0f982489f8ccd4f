package org.atelier.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atelier.launcher.command.Commands;
import org.atelier.settings.Surroundings;

/**
 * The commands that the program tells people to type next: words, a colon, a command; several are set off by {@code ;}.
 */
public final class NextSteps {

    private static final Pattern LINE = Pattern.compile("(?m)^(?: {2}next: +|next step +)(.*)$");
    private static final Pattern COMMAND = Pattern.compile("(?:.*: )?(atelier .*?)(?: \\(.*\\))?");
    private static final String SHELL = "atelier() { for word; do printf '%s\\037' \"$word\"; done; }\n";

    private NextSteps() {}

    /** All of them, in the order they are told, each one parsed. */
    public static List<String> of(ForkedProcess use) {
        return in(use.err() + "\n" + use.out());
    }

    /** Those of the lines that are there to tell the next step, each one parsed. */
    public static List<String> in(String printed) {
        return LINE.matcher(printed)
                .results()
                .flatMap(line -> told(line.group(1)).stream())
                .toList();
    }

    /** Those of a message, each one parsed. */
    public static List<String> told(String message) {
        List<String> commands = Stream.of(message.split("; "))
                .flatMap(clause -> command(clause).stream())
                .toList();
        commands.forEach(NextSteps::parse);
        return commands;
    }

    /** The only one that begins so, as arguments. */
    public static String[] only(ForkedProcess use, String beginning) {
        return only(of(use), beginning, use.err() + use.out());
    }

    /** The only one of these that begins so, as arguments. */
    public static String[] only(List<String> commands, String beginning, String printed) {
        List<String> found =
                commands.stream().filter(step -> step.startsWith(beginning)).toList();
        assertThat(found).as(printed).hasSize(1);
        return arguments(found.get(0));
    }

    private static Optional<String> command(String clause) {
        var matcher = COMMAND.matcher(clause.strip());
        boolean found = matcher.matches();
        assertThat(found || !clause.matches(".*\\batelier .*"))
                .as("a command that cannot be copied: " + clause)
                .isTrue();
        return found ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static void parse(String command) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        assertThat(Commands.model(Surroundings.ofThisProcess(), nowhere, nowhere)
                        .parseArgs(arguments(command))
                        .errors())
                .as(command)
                .isEmpty();
    }

    /** What the program gets of it: as a shell says, where that has something to say. */
    public static String[] arguments(String command) {
        return command.matches("[\\w ./:@%=#-]+")
                ? command.substring("atelier ".length()).split(" ")
                : shell(SHELL + command).split("\037");
    }

    private static String shell(String script) {
        try {
            Process shell = new ProcessBuilder("/bin/sh", "-c", script)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(script, e);
        }
    }
}
