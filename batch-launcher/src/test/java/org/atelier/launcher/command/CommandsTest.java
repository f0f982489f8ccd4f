package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {

    @TempDir
    Path directory;

    private CommandLineUse use(String... arguments) {
        return CommandLineUse.of(directory, Map.of(), arguments);
    }

    @Test
    void without_arguments_the_help_is_printed_and_all_is_well() {
        CommandLineUse use = use();
        assertThat(use.code()).isZero();
        assertThat(use.out()).contains("Usage: atelier", "history", "check");
        assertThat(use.err()).isEmpty();
    }

    /** A command line that begins with a command knows that one alone. */
    @Test
    void every_command_is_found_by_its_name() {
        Set<String> names = Commands.model(new Surroundings(Map.of(), directory, directory), System.out, System.err)
                .getSubcommands()
                .keySet();
        assertThat(names).contains("run", "history", "help", "__complete", "demo");
        for (String name : names) {
            CommandLineUse use = use(name, "--help");
            assertThat(use.code()).as(use.err()).isZero();
            assertThat(use.out()).contains("Usage: atelier " + name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "histroy               | did you mean history?",
                "history --limt 3      | did you mean --limit?",
                "history --status done | --status",
                "history a b           | unexpected argument 'b'",
                "jobs                  | Missing required subcommand",
                "jobs lst              | did you mean list?",
                "show                  | RUN",
                "show yesterday        | names no run",
                "help histroy          | did you mean history?",
                "version -o xml        | [TABLE, JSON, CSV]",
                "history --since 7     | --since",
                "show 1 --dry-rn       | unknown option '--dry-rn'",
                "run machine-logs --dry-rn | did you mean --dry-run?",
                "run machine-logs --dryrun=x | did you mean --dry-run?",
                "run machine-logs -p x=1 | has no parameter 'x'",
                "run machine-logs --max-reject-ratio 2 | is no share from"
            })
    void a_wrong_command_line_is_exit_code_2_with_a_hint(String line, String hint) {
        CommandLineUse use = use(line.split(" "));
        assertThat(use.code()).isEqualTo(2);
        assertThat(use.err()).contains(hint, "next: ");
        assertThat(use.out()).isEmpty();
    }

    @Test
    void an_unknown_job_is_exit_code_4() {
        CommandLineUse use = use("jobs", "describe", "machine-log");
        assertThat(use.code()).isEqualTo(4);
        assertThat(use.err()).contains("did you mean machine-logs?", "next: atelier jobs list");
    }

    @Test
    void global_options_are_taken_before_and_after_the_command() {
        String before = use("-o", "json", "version").out();
        String after = use("version", "-o", "json").out();
        assertThat(before).isEqualTo(after);
        assertThat(JsonMapper.shared().readTree(before).get("schema").asString())
                .isEqualTo("atelier.version/1");
    }

    @Test
    void exit_codes_are_printed_in_every_format() {
        assertThat(use("help", "exit-codes").out()).contains("UNREACHABLE");
        assertThat(JsonMapper.shared()
                        .readTree(use("help", "exit-codes", "-o", "json").out())
                        .get("exit_codes"))
                .hasSize(11);
        assertThat(use("-o", "csv", "help", "exit-codes").out()).startsWith("code,name,meaning\r\n0,OK,");
    }

    @Test
    void help_of_a_command_is_reached_three_ways() {
        String help = use("help", "history").out();
        assertThat(help).contains("--since").isEqualTo(use("history", "--help").out());
        assertThat(use("jobs", "list", "-h").code()).isZero();
    }

    @Test
    void a_wrong_configuration_is_exit_code_3_with_every_problem() throws IOException {
        Files.writeString(directory.resolve("atelier.yaml"), "atelier:\n  data-dr: x\n  time-zone: Mars\n");
        CommandLineUse use = use("history");
        assertThat(use.code()).isEqualTo(3);
        assertThat(use.err()).contains("2 problems", "did you mean atelier.data-dir?", "Mars", "next: ");
        CommandLineUse check = use("check", "config", "-o", "json");
        assertThat(check.code()).isEqualTo(3);
        assertThat(JsonMapper.shared().readTree(check.out()).get("findings")).hasSize(2);
    }

    @Test
    void help_and_version_do_not_read_the_configuration() throws IOException {
        Files.writeString(directory.resolve("atelier.yaml"), "nonsense: true");
        assertThat(use("version").code()).isZero();
        assertThat(use("help").code()).isZero();
    }

    @Test
    void an_unreachable_database_is_exit_code_7_and_shows_no_password() {
        Map<String, String> environment = Map.of(
                "ATELIER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x", "ATELIER_DATABASE_PASSWORD", "geheim");
        CommandLineUse use = CommandLineUse.of(directory, environment, "history", "-v");
        assertThat(use.code()).isEqualTo(7);
        assertThat(use.err()).contains("127.0.0.1:1", "next: ", "Caused by").doesNotContain("geheim");
        assertThat(CommandLineUse.of(directory, environment, "check", "database")
                        .code())
                .isEqualTo(7);
    }

    @Test
    void in_kubernetes_the_embedded_database_never_serves() {
        CommandLineUse use = CommandLineUse.of(directory, Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"), "history");
        assertThat(use.code()).isEqualTo(3);
        assertThat(use.err()).contains("ATELIER_DATABASE_URL");
    }

    @Test
    void sources_are_checked_one_by_one() throws IOException {
        Files.createDirectories(directory.resolve("logs/DEM12 (PVC)"));
        Map<String, String> environment = Map.of(
                "ATELIER_MACHINE_LOGS_SOURCE",
                "file://" + directory.resolve("logs") + ",file://" + directory.resolve("gone"));
        CommandLineUse use = CommandLineUse.of(directory, environment, "check", "sources", "-o", "csv");
        assertThat(use.code()).isEqualTo(3);
        assertThat(use.out()).contains("sources,ok,", "sources,problem,");
    }
}
