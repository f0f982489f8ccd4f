package org.atelier.launcher.command;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.atelier.launcher.result.RunStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code atelier status}. */
@Command(name = "status", description = "Show what runs now, how far it is, and who waits for whom.")
final class StatusCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "JOB", description = "Runs of that job only.")
    private @Nullable String job;

    private final CommandContext context;

    StatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SQLException {
        String known = job == null ? null : JobsCommand.find(job).name();
        return context.print(
                new RunStatus(RunActions.now(context, known)),
                context.settings().timeZone());
    }
}
