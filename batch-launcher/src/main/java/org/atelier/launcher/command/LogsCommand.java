package org.atelier.launcher.command;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.atelier.history.RunHistory;
import org.atelier.history.RunRecord;
import org.atelier.history.RunReference;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.engine.RunLogFile;
import org.atelier.launcher.result.RunLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code atelier logs}. */
@Command(name = "logs", description = "Print a run's own log file.")
final class LogsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "An id, last, last-failed or JOB@2025-05-28.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String run;

    private final CommandContext context;

    LogsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SQLException {
        RunReference reference = RunLookup.parse(run);
        RunRecord record;
        try (Connection connection = context.connect()) {
            record = RunLookup.find(
                    new RunHistory(connection),
                    reference,
                    run,
                    context.settings().timeZone());
        }
        Path file = file(record);
        return context.print(
                new RunLog(record.runId(), file), context.settings().timeZone());
    }

    private Path file(RunRecord record) {
        @Nullable String name = record.logFile();
        if (name == null) {
            throw missing(record, "it kept no log file");
        }
        // The database may name any file of this machine; a run's own is where this program put it.
        if (!name.equals(RunLogFile.name(record.runId()))) {
            throw missing(record, "its record names " + name + ", which is not the log file of that run");
        }
        Path file = context.settings().dataDir().resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
            throw missing(record, file + " is not on this machine, or was purged");
        }
        return file;
    }

    private static CommandFailure missing(RunRecord record, String why) {
        return new CommandFailure(
                ExitCode.NOT_FOUND, "there is no log of run " + record.runId(), why, "atelier show " + record.runId());
    }
}
