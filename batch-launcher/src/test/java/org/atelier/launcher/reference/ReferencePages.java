package org.atelier.launcher.reference;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.command.Commands;
import org.atelier.settings.Catalogue;
import org.atelier.settings.Setting;
import org.atelier.settings.Surroundings;
import picocli.CommandLine;

/** Writes the pages of {@code docs/reference} from what the program itself is made of. */
final class ReferencePages {

    private static final String GENERATED =
            "<!-- Written by ReferencePagesTest; to write it anew: see docs/reference/README.md -->\n\n";

    private ReferencePages() {}

    static String settings() {
        StringBuilder page = new StringBuilder(GENERATED).append(SETTINGS_INTRODUCTION);
        for (Setting<?> setting : Catalogue.all()) {
            page.append("## `")
                    .append(setting.key())
                    .append("`\n\n")
                    .append(setting.doc())
                    .append("\n\n");
            page.append("| | |\n|---|---|\n");
            row(page, "Environment", "`" + setting.environmentName() + "`");
            if (!setting.alsoKnownAs().isEmpty()) {
                row(
                        page,
                        "Also",
                        setting.alsoKnownAs().stream()
                                .map(name -> "`" + name + "`")
                                .collect(Collectors.joining(", ")));
            }
            row(
                    page,
                    "Expects",
                    setting.expects()
                            + (setting.secret() ? " (`" + setting.key() + "-file` names a file that holds it)" : ""));
            row(page, "Default", setting.fallback());
            row(page, "Example", "`" + setting.key() + ": " + setting.example() + "`");
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static void row(StringBuilder page, String name, String text) {
        page.append("| ")
                .append(name)
                .append(" | ")
                .append(text.replace("|", "\\|"))
                .append(" |\n");
    }

    static String exitCodes() {
        String rows = Arrays.stream(ExitCode.values())
                .map(code -> "| " + code.number() + " | " + code.name() + " | " + code.meaning() + " |\n")
                .collect(Collectors.joining());
        return GENERATED
                + "# Exit codes\n\nThe same as `atelier help exit-codes` prints. The numbers do not change.\n\n"
                + "| code | name | meaning |\n|---|---|---|\n" + rows;
    }

    static String commands() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        CommandLine root = Commands.model(new Surroundings(Map.of(), Path.of("/"), Path.of("/")), nowhere, nowhere);
        StringBuilder page = new StringBuilder(GENERATED).append("# Commands\n");
        command(page, root);
        return page.toString();
    }

    private static void command(StringBuilder page, CommandLine command) {
        page.append("\n## `").append(command.getCommandSpec().qualifiedName()).append("`\n\n```\n");
        page.append(command.getUsageMessage(CommandLine.Help.Ansi.OFF)
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n")));
        page.append("\n```\n");
        command.getSubcommands().values().stream()
                .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                .forEach(sub -> command(page, sub));
    }

    private static final String SETTINGS_INTRODUCTION = """
            # Settings

            A setting is read from the environment or from one YAML file. Of several places the first that has it counts:

            1. the variable `ATELIER_...`,
            2. a plain name such as `FTP_HOST` (of two plain names for one setting with different values neither is taken:
               that is a problem where the setting counts),
            3. the file: `--config FILE`, else `ATELIER_CONFIG`, else `atelier.yaml` in the working directory, else in the
               data directory (`ATELIER_DATA_DIR`, default `~/.atelier`); only one file is read,
            4. the default.

            The database may be a URL or a host with port and name; of the two the one from the stronger place counts, both
            from the same place are a problem. Every variable may be given as `NAME_FILE`, the path of a file that holds the
            value (Docker and Kubernetes secrets); one line end at its end is left out. An empty variable counts as not set.
            A byte order mark, a line break inside or another control character is refused in every value: values go into
            commands of servers.

            Plain names may be meant for other programs. What is wrong with one, or missing beside it (`MYSQL_HOST` alone),
            is a warning on stderr and stops only the job that it is for.

            Relative paths start from the file's directory, in variables from the working directory; `~/` is the home
            directory.

            Everything is checked at the start, and every problem is told at once: `atelier check config`. Unknown keys and
            unknown `ATELIER_...` variables are refused, except what Kubernetes injects for services (`*_SERVICE_*`, `*_PORT*`
            with `tcp://`), `ATELIER_TEST_...`, and these two that are no settings: `ATELIER_CONFIG` and `ATELIER_JAVA_OPTS`
            (options for Java). YAML values keep the text they are written with: `05:00` is a time, `0123` a password.

            """;
}
