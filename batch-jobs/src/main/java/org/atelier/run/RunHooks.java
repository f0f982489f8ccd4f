package org.atelier.run;

/** What a run tells the program around it. Called by the run's threads. */
public interface RunHooks {

    /** Tells nobody. */
    RunHooks NONE = new RunHooks() {};

    /** The database is gone before anything was begun: from now on a stop ends the waiting for it. */
    default void waits() {}

    /** The database is asked again; a stop need not be waited for. */
    default void triesAgain() {}

    /** The scope's lock was taken: from now on there is something to stop. */
    default void lockTaken() {}

    /**
     * The run was to end and does not: a transfer or a statement hangs. What is not committed is lost and done again by
     * the next run; the process should end at once.
     *
     * @param goOn how to go on with it
     */
    default void doesNotEnd(RunEnding ending, NextStep goOn) {}
}
