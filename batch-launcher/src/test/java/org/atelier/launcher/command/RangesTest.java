package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.atelier.run.Shard;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every number, duration, share and day of the command line has its range. */
class RangesTest {

    private static final List<Class<?>> MEASURED =
            List.of(Number.class, Duration.class, Temporal.class, Shard.class, BigDecimal.class);

    @TempDir
    Path directory;

    /** Every argument that is measured, of every command there is, with the words that lead to it. */
    static Stream<Arguments> measured() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        CommandLine root = Commands.model(new Surroundings(Map.of(), Path.of("/"), Path.of("/")), nowhere, nowhere);
        List<Arguments> found = new ArrayList<>();
        collect(root, List.of(), found);
        return found.stream();
    }

    private static void collect(CommandLine command, List<String> words, List<Arguments> found) {
        command.getCommandSpec().args().stream()
                .filter(RangesTest::isMeasured)
                .forEach(argument -> found.add(Arguments.of(words, argument)));
        command.getSubcommands().forEach((name, sub) -> {
            List<String> deeper = new ArrayList<>(words);
            deeper.add(name);
            collect(sub, deeper, found);
        });
    }

    private static boolean isMeasured(ArgSpec argument) {
        return Stream.concat(Stream.of(argument.type()), Arrays.stream(argument.auxiliaryTypes()))
                .map(type -> type.isPrimitive() && type != boolean.class ? Number.class : type)
                .anyMatch(type -> MEASURED.stream().anyMatch(known -> known.isAssignableFrom(type)));
    }

    private static Optional<Ranged<?>> range(ArgSpec argument) {
        return Arrays.stream(argument.converters())
                .filter(Ranged.class::isInstance)
                .<Ranged<?>>map(Ranged.class::cast)
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("measured")
    void every_measured_option_has_a_range_and_tells_it_of_what_lies_outside(List<String> words, ArgSpec argument) {
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        assertThat(range(argument)).as(words + " " + name + " has no range").isPresent();
        for (String outside : List.of("-1", "99999999999999999999", "nine", "-5s", "999999999y", "+999999999-12-31")) {
            List<String> line = new ArrayList<>(words);
            line.add(argument instanceof OptionSpec ? name + "=" + outside : outside);
            CommandLineUse use = CommandLineUse.of(directory, Map.of(), line.toArray(String[]::new));
            assertThat(use.code()).as(use.err()).isEqualTo(2);
            assertThat(use.err())
                    .contains(
                            name,
                            "'" + outside + "'",
                            range(argument).orElseThrow().range(),
                            "next: ");
        }
    }

    @Test
    void the_options_are_found_at_all() {
        assertThat(measured().map(found -> ((ArgSpec) found.get()[1]).paramLabel()))
                .hasSizeGreaterThan(20)
                .contains("N", "AGE", "R", "D", "I/N");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run machine-logs --limit -1                       | from 1 to 1000000000",
                "run machine-logs --limit 0                        | from 1 to 1000000000",
                "run machine-logs --max-rejects -5                 | from 0 to 1000000000",
                "run machine-logs --max-reject-ratio 101%          | from 0% to 100%",
                "run orders --max-delete-ratio -1%                 | from 0% to 100%",
                "run machine-logs --if-running wait --wait-timeout 30d | from 0s to 24d",
                "run machine-logs --wait-timeout 9999999h          | from 0s to 24d",
                "run machine-logs --shard 0/2                      | with N from 1 to 9999 and I from 1 to N",
                "run machine-logs --shard 3/2                      | with N from 1 to 9999 and I from 1 to N",
                "run machine-logs --date 20250-05-28               | from 1900-01-01 to 2999-12-31",
                "backfill machine-logs --from 0000-01-01 --to 2025-01-01 | from 1900-01-01 to 2999-12-31",
                "preview machine-logs --rows -3                    | from 1 to 1000000",
                "history --limit 0                                 | from 1 to 1000000",
                "history --since 101y                              | from 0s to 100y",
                "stop last --wait --timeout 25d                    | from 0s to 24d",
                "purge --older-than 200y                           | from 0s to 100y",
                "files list --limit -1                             | from 1 to 1000000",
                "notify list --limit 2147483648                    | from 1 to 1000000",
            })
    void a_number_outside_of_its_range_is_exit_code_2_with_the_range(String line, String range) {
        CommandLineUse use = CommandLineUse.of(directory, Map.of(), line.split(" "));
        assertThat(use.code()).as(use.err()).isEqualTo(2);
        assertThat(use.err()).contains(range, "next: ");
    }

    @ParameterizedTest
    @CsvSource({"show machine-logs@+999999999-12-31", "explain DEM12@+999999999-12-31", "show 99999999999999999999"})
    void a_day_or_an_id_within_a_name_that_nothing_can_have_is_exit_code_2(String line) {
        CommandLineUse use = CommandLineUse.of(directory, Map.of(), line.split(" "));
        assertThat(use.code()).as(use.err()).isEqualTo(2);
        assertThat(use.err()).contains("next: ");
    }
}
