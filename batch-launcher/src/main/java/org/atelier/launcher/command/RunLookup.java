package org.atelier.launcher.command;

import java.sql.SQLException;
import java.time.ZoneId;
import org.atelier.history.RunHistory;
import org.atelier.history.RunRecord;
import org.atelier.history.RunReference;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;

/** Finds the run that RUN names. */
final class RunLookup {

    private RunLookup() {}

    /**
     * Reads RUN; done before anything is connected to.
     *
     * @throws CommandFailure (2) when the text names no run
     */
    static RunReference parse(String text) {
        try {
            return RunReference.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", "atelier history");
        }
    }

    /**
     * The run that the reference names.
     *
     * @throws CommandFailure (4) when there is none
     */
    static RunRecord find(RunHistory history, RunReference reference, String text, ZoneId zone) throws SQLException {
        return history.find(reference, zone)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NOT_FOUND, "there is no run '" + text + "'", "", "atelier history --all"));
    }
}
