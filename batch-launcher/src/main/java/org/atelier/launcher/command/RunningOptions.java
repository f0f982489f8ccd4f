package org.atelier.launcher.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.atelier.catalog.StartOption;
import org.atelier.launcher.run.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that runs a job in this process. */
final class RunningOptions {

    /** What becomes of dead runs. */
    enum Recover {
        AUTO,
        NEVER
    }

    @Option(
            names = "--wait-timeout",
            paramLabel = "AGE",
            converter = Ranged.Wait.class,
            defaultValue = "10m",
            description = "How long to wait for another run's end (default: 10m).")
    Duration waitTimeout = Duration.ofMinutes(10);

    @Option(
            names = "--recover",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Recover runs whose process died, before: auto or never (default: auto).")
    private Recover recover = Recover.AUTO;

    @Option(
            names = "--max-rejects",
            paramLabel = "N",
            converter = Ranged.Rejects.class,
            description = "Stop at more rejects than that (exit code 8).")
    private @Nullable Long maxRejects;

    @Option(
            names = "--max-reject-ratio",
            paramLabel = "R",
            converter = Ranged.Ratio.class,
            description = "Stop at a larger share of rejects, such as 1%% (exit code 8).")
    private @Nullable BigDecimal maxRejectRatio;

    @Option(
            names = "--max-delete-ratio",
            paramLabel = "R",
            converter = Ranged.Ratio.class,
            description = "Stop before a larger share of a table is deleted, such as 20%% (exit code 8).")
    private @Nullable BigDecimal maxDeleteRatio;

    @Option(
            names = "--progress",
            paramLabel = "HOW",
            defaultValue = "auto",
            description = "Show progress: auto, plain, json or none (default: auto).")
    private RunRequest.ProgressMode progress = RunRequest.ProgressMode.AUTO;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description = "Log lines: plain or json, with job, run, step and file in each (default: plain).")
    private RunRequest.LogFormat logFormat = RunRequest.LogFormat.PLAIN;

    boolean recovers() {
        return recover == Recover.AUTO;
    }

    RunRequest.Limits limits() {
        return new RunRequest.Limits(
                maxRejects == null ? OptionalLong.empty() : OptionalLong.of(maxRejects),
                Optional.ofNullable(maxRejectRatio),
                Optional.ofNullable(maxDeleteRatio));
    }

    RunRequest.Display display() {
        return new RunRequest.Display(progress, logFormat);
    }

    /** What is asked for that not every job can do. */
    Set<StartOption> asked() {
        return maxDeleteRatio == null ? Set.of() : Set.of(StartOption.DELETE_RATIO);
    }
}
