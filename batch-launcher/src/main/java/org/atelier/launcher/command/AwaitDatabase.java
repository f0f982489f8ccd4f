package org.atelier.launcher.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.atelier.database.DatabaseException;
import org.atelier.database.DatabaseException.Kind;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.StopSignals;
import org.atelier.run.Pauses;
import org.atelier.run.StopRequest;
import org.atelier.sql.SqlStates;

/**
 * Asks a database again that is gone for a moment, because it starts or hands over to another one: for commands that
 * nobody waits for. SIGTERM and SIGINT end the waiting with exit code 9.
 */
final class AwaitDatabase {

    private final Duration patience;
    private final PrintStream err;
    private final Consumer<String> notes;

    /**
     * @param patience how long it pauses in all
     * @param err told what a signal does
     * @param notes told that it waits
     */
    AwaitDatabase(Duration patience, PrintStream err, Consumer<String> notes) {
        this.patience = patience;
        this.err = err;
        this.notes = notes;
    }

    /**
     * What the question comes to.
     *
     * @param question asked again after each pause
     * @throws DatabaseException the question's last one
     * @throws CommandFailure (9) when a stop was asked for
     */
    <T> T answer(Supplier<T> question) {
        StopRequest stop = new StopRequest();
        Pauses pauses = new Pauses(patience);
        while (true) {
            try {
                return question.get();
            } catch (DatabaseException e) {
                if (!isPassing(e)) {
                    throw e;
                }
                notes.accept("the database does not answer; it is asked again: " + e.why());
                boolean again = pause(pauses, stop);
                if (stop.isAsked()) {
                    throw stopped();
                }
                if (!again) {
                    throw e;
                }
            }
        }
    }

    private boolean pause(Pauses pauses, StopRequest stop) {
        StopSignals signals = StopSignals.ask(stop, err, "no longer waiting for the database");
        try {
            return pauses.take(stop);
        } finally {
            signals.close();
        }
    }

    private static boolean isPassing(DatabaseException failure) {
        return (failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.GONE) && SqlStates.serverGone(failure);
    }

    private static CommandFailure stopped() {
        return new CommandFailure(
                ExitCode.STOPPED,
                "stopped while the database was gone",
                "nothing was begun",
                "to see whether it answers: atelier check database; then the same command again");
    }
}
