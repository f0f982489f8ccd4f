package org.atelier.launcher.command;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.atelier.history.RunRecord;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.result.RunAction;
import org.atelier.run.RunWork;
import org.atelier.run.lock.RunControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code atelier abandon}. */
@Command(name = "abandon", description = "Give up a failed or stopped run: it cannot be restarted any more.")
final class AbandonCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "An id, last, last-failed or JOB@2025-05-28.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String run;

    private final CommandContext context;

    AbandonCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SQLException {
        RunRecord record = RunActions.find(context, run);
        RunWork work = new RunControl(context.readyDatabase(), NextCommand::of)
                .abandon(record.job(), RunActions.scope(record), record.runId());
        return context.print(
                new RunAction(
                        "abandoned",
                        List.of(record.runId()),
                        NextCommand.of(work.start().to("to start anew"))),
                ZoneOffset.UTC);
    }
}
