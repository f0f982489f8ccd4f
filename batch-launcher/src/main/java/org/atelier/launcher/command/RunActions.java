package org.atelier.launcher.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.atelier.history.RunHistory;
import org.atelier.history.RunNow;
import org.atelier.history.RunRecord;
import org.atelier.history.RunReference;
import org.atelier.history.RunsNow;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.jspecify.annotations.Nullable;

/** What commands that act on runs must know of them first. */
final class RunActions {

    private static final List<String> OPEN = List.of("STARTING", "STARTED", "STOPPING", "UNKNOWN");

    private RunActions() {}

    /** The run that people name. */
    static RunRecord find(CommandContext context, String run) throws SQLException {
        RunReference reference = RunLookup.parse(run);
        try (Connection connection = context.connect()) {
            return RunLookup.find(
                    new RunHistory(connection),
                    reference,
                    run,
                    context.settings().timeZone());
        }
    }

    /** What runs now, of one job or of all. */
    static List<RunNow> now(CommandContext context, @Nullable String job) throws SQLException {
        try (Connection connection = context.connect()) {
            return new RunsNow(connection).list(job);
        }
    }

    static boolean isOpen(RunRecord run) {
        return OPEN.contains(run.status());
    }

    static String scope(RunRecord run) {
        return run.scope() == null ? run.job() : run.scope();
    }

    /** The refusal of what only a run at work can have done to it. */
    static CommandFailure ended(RunRecord run, String what) {
        return new CommandFailure(
                ExitCode.ALREADY_COMPLETE,
                "run " + run.runId() + " has ended: " + run.status(),
                what,
                // None when it went well, or a later run took over what it left.
                run.nextStep() == null ? "atelier show " + run.runId() : run.nextStep());
    }
}
