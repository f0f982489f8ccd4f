package org.atelier.launcher.command;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.atelier.history.RunRecord;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.result.RunAction;
import org.atelier.run.lock.RunControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code atelier stop}. */
@Command(name = "stop", description = "Ask a run to stop at the edge of the chunks at work.")
final class StopCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "An id, last, last-failed or JOB@2025-05-28.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String run;

    @Option(names = "--wait", description = "Return when the work has really ended.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "AGE",
            converter = Ranged.Wait.class,
            defaultValue = "2m",
            description = "How long to wait for that (default: 2m).")
    private Duration timeout = Duration.ofMinutes(2);

    private final CommandContext context;

    StopCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SQLException {
        RunRecord record = RunActions.find(context, run);
        if (!RunActions.isOpen(record)) {
            throw RunActions.ended(record, "there is nothing to stop");
        }
        RunControl control = new RunControl(context.readyDatabase(), NextCommand::of);
        String scope = RunActions.scope(record);
        if (control.isIdle(scope, Duration.ZERO)) {
            throw dead(record);
        }
        boolean first = control.askToStop(record.runId());
        if (!wait && !first) {
            throw new CommandFailure(
                    ExitCode.LOCKED,
                    "run " + record.runId() + " was asked to stop already and is still at work",
                    "it stops when the chunks at work are done, at the latest within half a minute",
                    "atelier stop " + record.runId() + " --wait");
        }
        if (!wait) {
            return print("asked to stop", record, "to wait for its end: atelier stop " + record.runId() + " --wait");
        }
        if (!control.isIdle(scope, timeout)) {
            throw new CommandFailure(
                    ExitCode.LOCKED,
                    "run " + record.runId() + " is still at work after " + timeout.toSeconds() + " s",
                    "",
                    "atelier status " + record.job());
        }
        return ended(record);
    }

    private Integer ended(RunRecord record) throws SQLException {
        RunRecord now = RunActions.find(context, Long.toString(record.runId()));
        if (RunActions.isOpen(now)) {
            throw dead(now);
        }
        boolean restartable = !now.status().equals("COMPLETED");
        return print(now.status().toLowerCase(Locale.ROOT), now, restartable ? "atelier restart " + now.runId() : null);
    }

    private static CommandFailure dead(RunRecord record) {
        return new CommandFailure(
                ExitCode.ALREADY_COMPLETE,
                "run " + record.runId() + " is not at work: its process died",
                "the next start recovers it",
                "atelier recover " + record.runId());
    }

    private Integer print(String action, RunRecord record, @org.jspecify.annotations.Nullable String next) {
        return context.print(new RunAction(action, List.of(record.runId()), next), ZoneOffset.UTC);
    }
}
