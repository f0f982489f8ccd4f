package org.atelier.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.StartOption;
import org.atelier.launcher.result.BackfillPlan;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.RunRequest;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.plan.KeptDay;
import org.atelier.machinelogs.plan.KeptDays;
import org.atelier.run.DayRange;
import org.atelier.run.Rebuild;
import org.atelier.run.RunTarget;
import org.atelier.run.Shard;
import org.atelier.transfer.Contents;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.LandingMissingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code atelier backfill}. */
@Command(
        name = "backfill",
        description = "Build the days of a range from the copies in the landing area; no server is asked.")
final class BackfillCommand implements Callable<Integer> {

    @Parameters(paramLabel = "JOB", description = "A job's name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String job;

    @Option(
            names = "--from",
            paramLabel = "D",
            converter = Ranged.Day.class,
            required = true,
            description = "The first production day ...")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "D",
            converter = Ranged.Day.class,
            required = true,
            description = "... and the last one.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate to;

    @Option(names = "--missing", description = "Only days that have no session.")
    private boolean missing;

    @Option(names = "--plan", description = "Only tell which days, of how many files; write nothing.")
    private boolean plan;

    @Option(names = "--again", description = "Do a range anew that is complete already.")
    private boolean again;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            converter = Ranged.Part.class,
            description = "Do the Ith of N parts of the work; N such runs, beside each other, do the whole.")
    private @Nullable Shard shard;

    @Option(
            names = "--if-running",
            paramLabel = "WHAT",
            defaultValue = "fail",
            description = "When another run is at work: skip, fail or wait (default: fail).")
    private RunRequest.IfRunning ifRunning = RunRequest.IfRunning.FAIL;

    @Mixin
    private final RunningOptions running = new RunningOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private final CommandContext context;
    private final Supplier<JobRunner> runner;

    BackfillCommand(CommandContext context, Supplier<JobRunner> runner) {
        this.context = context;
        this.runner = runner;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        BatchJob known = JobsCommand.find(job);
        if (to.isBefore(from)) {
            throw new ParameterException(
                    spec.commandLine(), "the range ends (--to " + to + ") before it begins (--from " + from + ")");
        }
        StartChecks.pass(known, asked(), context.settingsFor(known.name()));
        DayRange days = new DayRange(from, to);
        return plan
                ? show(days)
                : context.print(
                        runner.get().run(request(known, days)),
                        context.settings().timeZone());
    }

    private Set<StartOption> asked() {
        Set<StartOption> asked = EnumSet.of(StartOption.DAYS, StartOption.REBUILD);
        asked.addAll(running.asked());
        if (shard != null) {
            asked.add(StartOption.SHARD);
        }
        return asked;
    }

    private RunRequest request(BatchJob known, DayRange days) {
        Rebuild rebuild = missing ? Rebuild.MISSING : Rebuild.ALL;
        return new RunRequest(
                known,
                Map.of(),
                false,
                OptionalLong.empty(),
                Optional.empty(),
                ifRunning,
                running.waitTimeout,
                running.limits(),
                false,
                running.display(),
                context.settings(),
                context.readyDatabase(),
                new RunRequest.Start(new RunTarget.Range(days, again, rebuild), running.recovers(), shard));
    }

    private int show(DayRange days) throws SQLException, IOException {
        MachineLogSettings settings = context.settings().machineLogs();
        Predicate<String> landed = landed(settings.landing());
        try (Connection connection = context.connect()) {
            List<BackfillPlan.Day> found = new KeptDays(connection, contents(settings.landing()), settings)
                    .list(days).stream()
                            .filter(day -> shard == null || shard.owns(day.centreId(), day.day()))
                            .filter(day -> !missing || !day.built())
                            .map(day -> day(day, landed))
                            .toList();
            return context.print(new BackfillPlan(found), context.settings().timeZone());
        }
    }

    private static BackfillPlan.Day day(KeptDay day, Predicate<String> landed) {
        long lost = day.hashes().stream().filter(landed.negate()).count();
        return new BackfillPlan.Day(day.centre(), day.day(), day.hashes().size(), lost, day.built());
    }

    /** A landing area makes its directory: this command changes nothing. */
    private static Predicate<String> landed(Path landing) {
        return Files.isDirectory(landing) ? new LandingArea(landing)::contains : sha256 -> false;
    }

    private static Contents contents(Path landing) {
        return Files.isDirectory(landing)
                ? new LandingArea(landing)
                : sha256 -> {
                    throw new LandingMissingException("there is no landing area " + landing);
                };
    }
}
