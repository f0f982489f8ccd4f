package org.atelier.launcher.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.atelier.catalog.BatchJob;
import org.atelier.history.RunFilter;
import org.atelier.history.RunHistory;
import org.atelier.history.RunRecord;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.RunRequest;
import org.atelier.run.RunTarget;
import org.atelier.run.Shard;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code atelier restart}. */
@Command(name = "restart", description = "Go on with a failed, stopped or dead run: exactly what it left undone.")
final class RestartCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "An id, last, last-failed or JOB@2025-05-28.")
    private @Nullable String run;

    @Option(names = "--last", paramLabel = "JOB", description = "The newest run of that job.")
    private @Nullable String last;

    @Mixin
    private final RunningOptions running = new RunningOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private final CommandContext context;
    private final Supplier<JobRunner> runner;

    RestartCommand(CommandContext context, Supplier<JobRunner> runner) {
        this.context = context;
        this.runner = runner;
    }

    @Override
    public Integer call() throws SQLException {
        if ((run == null) == (last == null)) {
            throw new ParameterException(spec.commandLine(), "either a RUN or --last JOB");
        }
        DatabaseSettings database = context.awaitedDatabase();
        RunRecord record = record();
        BatchJob job = JobsCommand.find(record.job());
        StartChecks.pass(job, running.asked(), context.settingsFor(job.name()));
        RunRequest request = running.request(job, context.settings(), database)
                .target(new RunTarget.Resume(record.runId()))
                .shard(Shard.ofScope(RunActions.scope(record)))
                .build();
        return context.print(runner.get().run(request), context.settings().timeZone());
    }

    private RunRecord record() throws SQLException {
        return run == null ? newestOf(JobsCommand.find(String.valueOf(last)).name()) : RunActions.find(context, run);
    }

    private RunRecord newestOf(String job) throws SQLException {
        RunFilter filter = new RunFilter(Optional.of(job), Optional.empty(), Optional.empty(), 1, true);
        try (Connection connection = context.connect()) {
            List<RunRecord> runs = new RunHistory(connection).list(filter);
            if (runs.isEmpty()) {
                throw new CommandFailure(ExitCode.NOT_FOUND, "there is no run of " + job, "", "atelier run " + job);
            }
            return runs.get(0);
        }
    }
}
