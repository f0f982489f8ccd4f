package org.atelier.run;

import java.util.List;
import org.atelier.run.RunRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/** The attempts at one run: what came of them, and whether another one may do better. Used by one thread. */
final class Attempts {

    private RunTarget target;
    private @Nullable RunReport report;
    private @Nullable Exception failure;
    private boolean mayGoOn;

    Attempts(RunTarget target) {
        this.target = target;
    }

    /** Makes one attempt. */
    @FunctionalInterface
    interface Attempt {

        RunAttempt at(RunTarget target) throws Exception;
    }

    /** Whether the database was gone, or two transactions collided, so that another attempt may go well. */
    boolean mayGoOn() {
        return mayGoOn;
    }

    /**
     * Makes an attempt; from the first one that began on, the later ones go on with it.
     *
     * @throws Exception a failure that will not pass, of a start that never came to anything
     */
    void make(Attempt attempt) throws Exception {
        try {
            RunAttempt made = attempt.at(target);
            report = made.report();
            failure = null;
            mayGoOn = made.again();
            target = new RunTarget.Resume(made.report().execution());
        } catch (RunRefusedException e) {
            refused(e);
        } catch (Exception e) {
            if (!RunFailure.isPassing(List.of(e))) {
                throw e;
            }
            failure = e;
            mayGoOn = true;
        }
    }

    private void refused(RunRefusedException refusal) {
        RunReport begun = report;
        if (begun == null) {
            throw refusal;
        }
        report = begun.ended(RunEnding.LOCKED, String.valueOf(refusal.getMessage()));
        // What is locked may be our own lock, which the server has not noticed to be lost.
        mayGoOn = refusal.reason() == Reason.LOCKED;
    }

    /**
     * The report of the run.
     *
     * @throws DatabaseGoneException when none came to one
     */
    RunReport outcome(StopRequest stop) throws Exception {
        RunReport begun = report;
        if (begun == null) {
            throw unbegun();
        }
        if (mayGoOn && stop.isAsked()) {
            return begun.ended(RunEnding.STOPPED, "stopped while the database was gone");
        }
        Exception last = failure;
        return last == null ? begun : begun.ended(RunEnding.UNREACHABLE, cause(last));
    }

    private static String cause(Exception failure) {
        return RunFailure.of(List.of(failure)).cause();
    }

    private Exception unbegun() {
        Exception last = failure;
        return last == null
                ? new IllegalStateException("No attempt was made")
                : new DatabaseGoneException(cause(last), last);
    }
}
