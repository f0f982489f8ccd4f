package org.atelier.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of {@code atelier completion} in real shells, as far as there are any; bash there must be. */
class CompletionIT {

    /** Presses the tab key: the line as typed up to the cursor is the first argument. */
    private static final String BASH = """
            eval "$(./atelier completion bash)"
            complete -p atelier >&2
            COMP_LINE=$1 COMP_POINT=${#1}
            _atelier ./atelier
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    private static final String ZSH = """
            compdef() { print "$@" >&2 }
            _describe() { print -l -- "${(@P)3}" }
            _files() { print files }
            eval "$(./atelier completion zsh)"
            words=("$@")
            CURRENT=$#
            _atelier
            """;

    private static final String FISH = """
            ./atelier completion fish | source
            complete -C "$argv[1]"
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void install() throws Exception {
        Path program = directory.resolve("atelier");
        Files.writeString(
                program,
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' org.atelier.launcher.Atelier \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                ForkedProcess.root().resolve("batch-launcher/target/atelier/lib")
                                        + File.separator
                                        + "*"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private List<String> in(String shell, String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(shell, "-c", script));
        if (!shell.equals("fish")) {
            command.add("tab");
        }
        command.addAll(Arrays.asList(arguments));
        Map<String, String> environment =
                Map.of("PATH", directory + File.pathSeparator + System.getenv("PATH"), "HOME", directory.toString());
        ForkedProcess use = ForkedProcess.run(directory, environment, command);
        assertThat(use.code()).as(use.err() + use.out()).isZero();
        return use.out().lines().toList();
    }

    private static boolean isThere(String shell) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "./atelier ru>run",
                "atelier run mach>machine-logs",
                "atelier gdpr >export erase",
                "atelier run orders --if-running=w>wait",
                "atelier purge --only rejects,lo>rejects,logs",
                "atelier show la>last last-failed",
                "atelier run orders --no-such>",
            })
    void bash_completes_the_word_before_the_cursor(String line, String words) throws Exception {
        List<String> expected = words == null ? List.of("") : List.of(words.split(" "));
        assertThat(in("bash", BASH, line)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void bash_looks_no_further_than_the_cursor() throws Exception {
        String cursor = BASH.replace("COMP_POINT=${#1}", "COMP_POINT=10");
        assertThat(in("bash", cursor, "atelier ru --all --nonsense")).containsExactly("run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void each_script_asks_the_program_and_does_nothing_else_of_it(String shell) throws Exception {
        String script = ForkedProcess.run(directory, Map.of(), List.of("./atelier", "completion", shell))
                .out();
        assertThat(script).contains(" __complete -- ").containsPattern("(?m)^ *(complete|compdef) .*atelier");
        assertThat(script.lines().filter(line -> line.contains("__complete -- ")))
                .hasSize(1);
        for (String pair : List.of("{}", "[]")) {
            assertThat(script.chars().filter(c -> c == pair.charAt(0)).count())
                    .as(pair)
                    .isEqualTo(script.chars().filter(c -> c == pair.charAt(1)).count());
        }
    }

    @Test
    void zsh_describes_what_it_completes() throws Exception {
        if (isThere("zsh")) {
            assertThat(in("zsh", ZSH, "atelier", "ru")).containsExactly("run:Run a job.");
            assertThat(in("zsh", ZSH, "atelier", "show", "la")).containsExactly("last", "last-failed");
            assertThat(in("zsh", ZSH, "atelier", "files", "show", "")).containsExactly("files");
        }
        assertThat(ForkedProcess.run(directory, Map.of(), List.of("./atelier", "completion", "zsh"))
                        .out())
                .startsWith("#compdef atelier\n")
                .contains("${(@Q)words[2,CURRENT]}");
    }

    @Test
    void fish_describes_what_it_completes() throws Exception {
        if (isThere("fish")) {
            assertThat(in("fish", FISH, "atelier ru")).containsExactly("run\tRun a job.");
            assertThat(in("fish", FISH, "atelier show la")).containsExactly("last", "last-failed");
        }
        assertThat(ForkedProcess.run(directory, Map.of(), List.of("./atelier", "completion", "fish"))
                        .out())
                .contains("(commandline -opc)", "complete -c atelier -f");
    }
}
