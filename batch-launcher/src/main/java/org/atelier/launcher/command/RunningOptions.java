package org.atelier.launcher.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.StartOption;
import org.atelier.launcher.run.RunRequest;
import org.atelier.launcher.run.RunRequestBuilder;
import org.atelier.settings.Settings;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that runs a job in this process. */
final class RunningOptions {

    /** What becomes of dead runs. */
    enum Recover {
        AUTO,
        NEVER
    }

    // Starts by schedule give way, others were typed by somebody who wants to know: no constant default.
    @Option(
            names = "--if-running",
            paramLabel = "WHAT",
            description = "When another run is at work: skip, fail or wait (default: ${DEFAULT-VALUE}).")
    private RunRequest.IfRunning ifRunning;

    @Option(
            names = "--wait-timeout",
            paramLabel = "AGE",
            converter = Ranged.Wait.class,
            defaultValue = "10m",
            description = "How long to wait for another run's end (default: 10m).")
    private Duration waitTimeout = Duration.ofMinutes(10);

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

    /** Another run at work is a failure if nothing else is said. */
    RunningOptions() {
        this(RunRequest.IfRunning.FAIL);
    }

    RunningOptions(RunRequest.IfRunning ifRunning) {
        this.ifRunning = ifRunning;
    }

    /** Begins to say what is asked, with what these options say of it. */
    RunRequestBuilder request(BatchJob job, Settings settings, DatabaseSettings database) {
        return RunRequest.of(job, settings, database)
                .ifRunning(ifRunning, waitTimeout)
                .limits(new RunRequest.Limits(
                        maxRejects == null ? OptionalLong.empty() : OptionalLong.of(maxRejects),
                        Optional.ofNullable(maxRejectRatio),
                        Optional.ofNullable(maxDeleteRatio)))
                .display(new RunRequest.Display(progress, logFormat))
                .recover(recover == Recover.AUTO);
    }

    /** What is asked for that not every job can do. */
    Set<StartOption> asked() {
        return maxDeleteRatio == null ? Set.of() : Set.of(StartOption.DELETE_RATIO);
    }
}
