package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atelier.launcher.ForkedProcess;
import org.atelier.launcher.command.Commands;
import org.atelier.launcher.config.Surroundings;

/**
 * The commands that the program tells people to type next: words, a colon, a command; several are set off by {@code ;}.
 */
final class NextSteps {

    private static final Pattern LINE = Pattern.compile("(?m)^(?: {2}next: +|next step +)(.*)$");
    private static final Pattern COMMAND = Pattern.compile("(?:.*: )?(atelier .*?)(?: \\(.*\\))?");

    private NextSteps() {}

    /** All of them, in the order they are told, each one parsed. */
    static List<String> of(ForkedProcess use) {
        List<String> commands = LINE.matcher(use.err() + "\n" + use.out())
                .results()
                .flatMap(line -> Stream.of(line.group(1).split("; ")))
                .flatMap(clause -> command(clause).stream())
                .toList();
        commands.forEach(NextSteps::parse);
        return commands;
    }

    /** The only one that begins so, as arguments. */
    static String[] only(ForkedProcess use, String beginning) {
        List<String> found =
                of(use).stream().filter(step -> step.startsWith(beginning)).toList();
        assertThat(found).as(use.err() + use.out()).hasSize(1);
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

    static String[] arguments(String command) {
        return command.substring("atelier ".length()).split(" ");
    }
}
