package org.atelier.launcher.command;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.atelier.history.RejectFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose rejects. */
final class RejectOptions {

    @Option(names = "--centre", paramLabel = "CODE", description = "Lines of that machining centre only.")
    private @Nullable String centre;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Lines of that file only: an id, directory/file, or its name.")
    private @Nullable String file;

    @Option(names = "--reason", paramLabel = "R", description = "Of that reason only, such as BAD_TIMESTAMP.")
    private @Nullable String reason;

    @Option(
            names = "--since",
            paramLabel = "AGE",
            converter = Ranged.Age.class,
            description = "Found in the last 7d, 12h or 30m only.")
    private @Nullable Duration since;

    RejectFilter filter(@Nullable String job, @Nullable Integer limit, Clock clock) {
        return new RejectFilter(
                Optional.ofNullable(job).map(name -> JobsCommand.find(name).name()),
                Optional.ofNullable(centre),
                Optional.ofNullable(file),
                Optional.ofNullable(reason).map(name -> name.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(since).map(age -> clock.instant().minus(age)),
                limit);
    }
}
