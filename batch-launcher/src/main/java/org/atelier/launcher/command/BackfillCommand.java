package org.atelier.launcher.command;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
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

    @Mixin
    private final WorkOptions work = new WorkOptions();

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
        Set<StartOption> asked = EnumSet.of(StartOption.REBUILD);
        asked.addAll(running.asked());
        asked.addAll(work.asked());
        return asked;
    }

    private RunRequest request(BatchJob known, DayRange days) {
        Rebuild rebuild = missing ? Rebuild.MISSING : Rebuild.ALL;
        return running.request(known, context.settings(), context.awaitedDatabase())
                .target(new RunTarget.Range(days, work.again, rebuild))
                .shard(work.shard)
                .build();
    }

    private int show(BatchJob known, DayRange days) throws SQLException, IOException {
        JobBackfill backfill = known.backfill().orElseThrow();
        try (Connection connection = context.connect()) {
            List<JobBackfill.Day> found =
                    backfill.plan(connection, context.settings().forJobs(), days, work.shard).stream()
                            .filter(day -> !missing || !day.built())
                            .toList();
            return context.print(new BackfillPlan(found), context.settings().timeZone());
        }
    }
}
