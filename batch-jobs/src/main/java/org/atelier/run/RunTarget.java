package org.atelier.run;

import org.jspecify.annotations.Nullable;

/** What a start is for: it decides which instance of the job runs. */
public sealed interface RunTarget {

    /** A scheduled start: always a new instance, which lists its sources again. */
    record Tick() implements RunTarget {}

    /**
     * A range of days: the same range goes on with its last attempt, unless that is complete.
     *
     * @param days which
     * @param again whether to begin a new attempt all the same
     * @param rebuild what to build from the landing area; null to look at the sources
     */
    record Range(DayRange days, boolean again, @Nullable Rebuild rebuild) implements RunTarget {}

    /**
     * To go on with what a run left undone.
     *
     * @param runId that run, or any other attempt at the same work
     */
    record Resume(long runId) implements RunTarget {}
}
