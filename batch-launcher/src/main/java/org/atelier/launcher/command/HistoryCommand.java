package org.atelier.launcher.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.atelier.history.RunFilter;
import org.atelier.history.RunHistory;
import org.atelier.launcher.result.RunList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code atelier history}. */
@Command(name = "history", description = "List what ran, the newest first.")
final class HistoryCommand implements Callable<Integer> {

    /** Spring Batch's statuses. */
    enum Status {
        STARTING,
        STARTED,
        STOPPING,
        STOPPED,
        COMPLETED,
        FAILED,
        ABANDONED,
        UNKNOWN
    }

    @Parameters(arity = "0..1", paramLabel = "JOB", description = "Runs of that job only.")
    private @Nullable String job;

    @Option(names = "--status", paramLabel = "S", description = "Runs of that status only, such as failed.")
    private @Nullable Status status;

    @Option(
            names = "--since",
            paramLabel = "AGE",
            converter = Ranged.Age.class,
            description = "Runs of the last 7d, 12h or 30m only.")
    private @Nullable Duration since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Ranged.Rows.class,
            description = "At most N runs (default: 20).")
    private int limit = 20;

    @Option(names = "--all", description = "Also runs that had nothing to do.")
    private boolean all;

    private final CommandContext context;

    HistoryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SQLException {
        String known = job == null ? null : JobsCommand.find(job).name();
        RunFilter filter = new RunFilter(
                Optional.ofNullable(known),
                Optional.ofNullable(status).map(wanted -> wanted.name().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(since).map(age -> context.clock.instant().minus(age)),
                limit,
                all);
        try (Connection connection = context.connect()) {
            return context.print(
                    new RunList(new RunHistory(connection).list(filter)),
                    context.settings().timeZone());
        }
    }
}
