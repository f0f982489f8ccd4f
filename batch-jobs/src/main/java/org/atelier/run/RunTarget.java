package org.atelier.run;

/** What a start is for: it decides which instance of the job runs. */
public sealed interface RunTarget {

    /** A scheduled start: always a new instance, which lists its sources anew. */
    record Tick() implements RunTarget {}

    /**
     * A range of days: the same range goes on with its last attempt, unless that is complete.
     *
     * @param days which
     * @param again whether to begin a new attempt all the same
     */
    record Range(DayRange days, boolean again) implements RunTarget {}

    /**
     * To go on with what a run left undone.
     *
     * @param runId that run, or any other attempt at the same work
     */
    record Resume(long runId) implements RunTarget {}
}
