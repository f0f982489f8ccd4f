package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.launcher.NextSteps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told to type when a command names what is not there, or is wrong: typed as it is told. */
class NextStepsOfLookingTest {

    /** A centre whose name means something to a shell. */
    private static final String ODD = "O'Neil $HOME 5";

    @TempDir
    static Path directory;

    private static LogsUse plant;

    @BeforeAll
    static void open() throws Exception {
        plant = new LogsUse(directory);
        String[] lines = {"20250528 08:00:00|@StukUitgevoerd: x", "no event", "20250528 09:00:00|@StukUitgevoerd: y"};
        plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", lines);
        plant.log(ODD + " (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250529 08:00:00|@StukUitgevoerd: x");
        plant.use(0, "run", "machine-logs");
        Files.delete(directory.resolve("data/logs/run-1.log"));
        plant.execute("delete from session_production s using centre_usinage c"
                + " where c.id = s.centre_usinage_id and c.nom = '" + ODD.replace("'", "''") + "'");
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "show 999                             | 4 | atelier history --all               | machine-logs",
                "show yesterday                       | 2 | atelier history                     | machine-logs",
                "logs last                            | 4 | atelier show 1                      | COMPLETED",
                "jobs describe machine-log            | 4 | atelier jobs list                   | machine-logs",
                "run machine-logs -p x=1              | 2 | atelier jobs describe machine-logs  | machine-logs",
                "run orders --date 2025-05-28         | 2 | atelier jobs describe orders        | orders",
                "run orders                           | 3 | atelier check orders                | no ERP is configured",
                "preview orders                       | 3 | atelier check orders                | no ERP is configured",
                "files show x.LOG                     | 4 | atelier files list --limit 1000     | 20250528.LOG",
                "files show 20250528.LOG              | 2 | atelier files show                  | 20250528.LOG",
                "files forget 20250528.LOG --yes      | 2 | atelier files show                  | 20250528.LOG",
                "explain DEM12@2025-05-27             | 4 | atelier files list --centre DEM12   | 20250528.LOG",
                "explain yesterday                    | 2 | atelier explain --help              | CENTRE@DAY",
                "rejects show line-999                | 4 | atelier rejects list                | line-1",
                "rejects replay machine-logs --reason LINE_TOO_LONG | 4 | atelier rejects list  | line-1",
                "sessions export --from 2025-05-28 --to 2025-05-27  | 2 | atelier sessions export --help | Usage:",
                "--verbos                             | 2 | atelier --help                      | Usage:",
                "histroy                              | 2 | atelier --help                      | Usage:",
                "history --limt 3                     | 2 | atelier history --help              | --limit",
                "jobs lst                             | 2 | atelier jobs --help                 | describe",
                "files list --stat seen               | 2 | atelier files list --help           | --state",
            })
    void what_is_told_to_be_typed_next_shows_what_was_looked_for(String line, int code, String next, String shown) {
        CommandLineUse told = plant.use(code, line.split(" "));
        assertThat(plant.follow(told, next, 0).out()).contains(shown);
    }

    @Test
    void a_centres_name_is_copied_as_one_word() throws Exception {
        CommandLineUse unexplained = plant.use(4, "explain", ODD + "@2025-05-27");
        assertThat(plant.follow(unexplained, "atelier files list --centre ", 0).out())
                .contains(ODD)
                .doesNotContain("DEM12");
        String fix = fix(plant.use(8, "check", "freshness", "-o", "csv"), ODD);
        assertThat(plant.use(0, NextSteps.arguments(fix)).out()).contains(ODD).doesNotContain("DEM12");
    }

    /** What the line of a finding ends with. */
    private static String fix(CommandLineUse check, String where) {
        String line = check.out()
                .lines()
                .filter(finding -> finding.contains(where))
                .findFirst()
                .orElseThrow();
        return line.substring(line.indexOf("atelier "));
    }

    @Test
    void the_help_names_the_command_that_explains_exit_codes() {
        String help = plant.use(0).out();
        String command = NextSteps.told(
                        help.substring(help.indexOf("Exit codes: ")).strip().replaceFirst("\\.$", ""))
                .get(0);
        assertThat(plant.use(0, NextSteps.arguments(command)).out()).contains("UNREACHABLE");
    }
}
