package org.atelier.launcher.command;

import java.io.IOException;
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
import java.util.function.Supplier;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.JobBackfill;
import org.atelier.catalog.StartOption;
import org.atelier.launcher.result.BackfillPlan;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.RunRequest;
import org.atelier.run.DayRange;
import org.atelier.run.Rebuild;
import org.atelier.run.RunTarget;
import org.atelier.run.Shard;
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
                ? show(known, days)
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
                context.awaitedDatabase(),
                new RunRequest.Start(new RunTarget.Range(days, again, rebuild), running.recovers(), shard));
    }

    private int show(BatchJob known, DayRange days) throws SQLException, IOException {
        JobBackfill backfill = known.backfill().orElseThrow();
        try (Connection connection = context.connect()) {
            List<JobBackfill.Day> found = backfill
                    .plan(connection, context.settings().forJobs(), days, shard)
                    .stream()
                    .filter(day -> !missing || !day.built())
                    .toList();
            return context.print(new BackfillPlan(found), context.settings().timeZone());
        }
    }
}
