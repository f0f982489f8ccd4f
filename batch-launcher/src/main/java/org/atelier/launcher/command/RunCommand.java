package org.atelier.launcher.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.RunOutcome;
import org.atelier.launcher.run.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code atelier run}. */
@Command(name = "run", description = "Run a job.")
final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "JOB", description = "A job's name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String job;

    @Option(names = "-p", paramLabel = "KEY=VALUE", description = "A parameter of the job; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--file", paramLabel = "NAME", description = "Take just that file and print its parse summary.")
    private @Nullable String file;

    @Option(names = "--dry-run", description = "Do everything but write.")
    private boolean dryRun;

    @Option(names = "--limit", paramLabel = "N", description = "Take at most N files or items.")
    private @Nullable Long limit;

    @Option(
            names = "--if-running",
            paramLabel = "WHAT",
            defaultValue = "skip",
            description = "When another run is at work: skip, fail or wait (default: skip).")
    private RunRequest.IfRunning ifRunning = RunRequest.IfRunning.SKIP;

    @Option(
            names = "--wait-timeout",
            paramLabel = "AGE",
            defaultValue = "10m",
            description = "How long to wait then (default: 10m).")
    private Duration waitTimeout = Duration.ofMinutes(10);

    @Option(names = "--max-rejects", paramLabel = "N", description = "Stop at more rejects than that (exit code 8).")
    private @Nullable Long maxRejects;

    @Option(
            names = "--max-reject-ratio",
            paramLabel = "R",
            converter = RatioConverter.class,
            description = "Stop at a larger share of rejects, such as 1%% (exit code 8).")
    private @Nullable BigDecimal maxRejectRatio;

    @Option(names = "--fail-on-empty", description = "End with exit code 10 when nothing was read.")
    private boolean failOnEmpty;

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
            description = "Log lines: plain or json (default: plain).")
    private RunRequest.LogFormat logFormat = RunRequest.LogFormat.PLAIN;

    private final CommandContext context;
    private final Supplier<JobRunner> runner;

    RunCommand(CommandContext context, Supplier<JobRunner> runner) {
        this.context = context;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        RunRequest request = request();
        RunOutcome outcome = runner.get().run(request);
        return context.print(outcome, context.settings().timeZone());
    }

    private RunRequest request() {
        var known = JobsCommand.find(job);
        return new RunRequest(
                known,
                JobParameters.checked(known, parameters),
                dryRun,
                optional(limit),
                Optional.ofNullable(file),
                ifRunning,
                waitTimeout,
                new RunRequest.RejectLimits(optional(maxRejects), Optional.ofNullable(maxRejectRatio)),
                failOnEmpty,
                progress,
                logFormat,
                context.settings(),
                context.readyDatabase());
    }

    private static OptionalLong optional(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
