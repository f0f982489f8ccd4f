package org.atelier.run.engine;

import java.util.List;
import org.atelier.run.DatabaseGoneException;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOrder;
import org.atelier.run.RunRefusedException;
import org.atelier.run.RunRefusedException.Reason;
import org.atelier.run.RunReport;
import org.atelier.run.RunTarget;
import org.atelier.run.RunWork;
import org.atelier.sql.FindFailure;
import org.atelier.sql.SessionLimit;
import org.jspecify.annotations.Nullable;

/** The attempts at one run: what came of them, and whether another one may do better. Used by one thread. */
final class Attempts {

    private final RunOrder order;
    private final FindFailure find;
    private RunTarget target;
    private @Nullable RunReport report;
    private @Nullable Exception failure;
    private boolean mayGoOn;

    Attempts(RunOrder order, FindFailure find) {
        this.order = order;
        this.find = find;
        this.target = order.target();
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
            if (!find.isPassing(List.of(e))) {
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
     * @throws RunRefusedException when it was stopped before one came to one
     */
    RunReport outcome() throws Exception {
        RunReport begun = report;
        boolean stopped = mayGoOn && order.stop().isAsked();
        if (begun == null) {
            throw stopped
                    ? RunRefusedException.stopped(RunWork.of(order.job(), order.scope(), order.target()))
                    : unbegun();
        }
        if (stopped) {
            return begun.ended(RunEnding.STOPPED, "stopped while the database was gone");
        }
        Exception last = failure;
        return last == null ? begun : begun.ended(ending(last), cause(last));
    }

    private static RunEnding ending(Exception failure) {
        return SessionLimit.behind(failure).isPresent() ? RunEnding.CONFIGURATION : RunEnding.UNREACHABLE;
    }

    private String cause(Exception failure) {
        return find.in(List.of(failure)).cause();
    }

    private Exception unbegun() {
        Exception last = failure;
        return last == null
                ? new IllegalStateException("No attempt was made")
                : new DatabaseGoneException(cause(last), last);
    }
}
