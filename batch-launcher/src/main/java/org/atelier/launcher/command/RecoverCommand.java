package org.atelier.launcher.command;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.atelier.history.RunNow;
import org.atelier.history.RunRecord;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.result.RunAction;
import org.atelier.run.lock.RunControl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code atelier recover}. */
@Command(
        name = "recover",
        description = "End runs whose process died, so that they can be restarted. A live run is never recovered.")
final class RecoverCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "That run; without it: all.")
    private @Nullable String run;

    @Option(names = "--all", description = "All of them.")
    private boolean all;

    @Option(names = "--dry-run", description = "Only tell which ones.")
    private boolean dryRun;

    @Option(
            names = "--force",
            description = "The process is gone for certain, its machine too, but the server still waits for it: end its"
                    + " session first. Should it live after all, it can commit nothing any more.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private final CommandContext context;

    RecoverCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SQLException {
        if ((run != null && all) || (run == null && force)) {
            throw new ParameterException(
                    spec.commandLine(), all ? "either a RUN or --all" : "--force is for one RUN, not for all");
        }
        RunControl control = new RunControl(context.awaitedDatabase(), NextCommand::of);
        return run == null ? recoverAll(control) : recoverOne(control, run);
    }

    private Integer recoverAll(RunControl control) throws SQLException {
        List<Long> recovered = new ArrayList<>();
        for (RunNow now : RunActions.now(context, null)) {
            if (now.life() != RunNow.Life.DEAD) {
                context.note("run " + now.runId() + " of " + now.job() + " is alive and is left alone");
            } else if (dryRun || recovered.contains(now.runId())) {
                recovered.add(now.runId());
            } else {
                recovered.addAll(control.recover(now.job(), now.scope(), now.runId()));
            }
        }
        return print(recovered.stream().distinct().toList());
    }

    private Integer recoverOne(RunControl control, String name) throws SQLException {
        RunRecord record = RunActions.find(context, name);
        if (!RunActions.isOpen(record)) {
            throw RunActions.ended(record, "it needs no recovery");
        }
        String scope = RunActions.scope(record);
        if (dryRun) {
            boolean dead = RunActions.now(context, null).stream()
                    .anyMatch(now -> now.runId() == record.runId() && now.life() == RunNow.Life.DEAD);
            if (!dead && !force) {
                throw alive(record);
            }
            return print(List.of(record.runId()));
        }
        if (force) {
            control.breakLock(scope);
        }
        return print(control.recover(record.job(), scope, record.runId()));
    }

    private static CommandFailure alive(RunRecord record) {
        return new CommandFailure(
                ExitCode.LOCKED,
                "run " + record.runId() + " is alive and is not recovered",
                "its process holds the lock: " + record.owner(),
                "to end it: atelier stop " + record.runId() + " --wait");
    }

    private Integer print(List<Long> runs) throws SQLException {
        String action = dryRun ? "would recover" : "recovered";
        return context.print(new RunAction(action, runs, runs.isEmpty() ? null : next(runs)), ZoneOffset.UTC);
    }

    private @Nullable String next(List<Long> runs) throws SQLException {
        if (dryRun) {
            return "atelier recover " + (run == null ? "--all" : runs.get(0) + (force ? " --force" : ""));
        }
        List<String> steps = new ArrayList<>();
        for (long recovered : runs) {
            Optional.ofNullable(
                            RunActions.find(context, Long.toString(recovered)).nextStep())
                    .ifPresent(steps::add);
        }
        return steps.isEmpty() ? null : String.join("; ", steps);
    }
}
