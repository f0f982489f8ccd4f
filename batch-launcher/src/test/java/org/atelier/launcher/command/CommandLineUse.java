package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.atelier.launcher.NextSteps;
import org.atelier.settings.Surroundings;

/**
 * One command line run in this JVM.
 *
 * @param code the exit code
 * @param out what stdout got
 * @param err what stderr got
 */
record CommandLineUse(int code, String out, String err) {

    static CommandLineUse of(Path directory, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Commands.execute(
                new Surroundings(environment, directory, directory),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2025-06-01T10:00:00Z"), ZoneOffset.UTC),
                arguments);
        return new CommandLineUse(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same, which must end with that exit code. */
    CommandLineUse ended(int with) {
        assertThat(code).as(out + err).isEqualTo(with);
        return this;
    }

    /** What it tells people to type next. */
    List<String> next() {
        return NextSteps.in(err + "\n" + out);
    }

    /** Types the one next step that begins so; it must end with that exit code. */
    CommandLineUse follow(String beginning, int with, Function<String[], CommandLineUse> typed) {
        return typed.apply(NextSteps.only(next(), beginning, err + out)).ended(with);
    }
}
