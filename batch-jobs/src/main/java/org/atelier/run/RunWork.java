package org.atelier.run;

import org.jspecify.annotations.Nullable;

/**
 * A piece of work that is done by a run. Immutable.
 *
 * @param job the job's name
 * @param scope the job's, or that of a shard of it
 * @param days the range; null for what is new
 * @param rebuild what of the range is built from the landing area; null when the sources are looked at
 */
public record RunWork(
        String job,
        String scope,
        @Nullable DayRange days,
        @Nullable Rebuild rebuild) {

    /** What a start does; of one that goes on with a run, what is new. */
    public static RunWork of(String job, String scope, RunTarget target) {
        return target instanceof RunTarget.Range range
                ? new RunWork(job, scope, range.days(), range.rebuild())
                : new RunWork(job, scope, null, null);
    }

    /** To do it; it is refused for a range that is complete. */
    public NextStep start() {
        return new NextStep.Start(this, false);
    }

    /** To do it again, whether it is complete or not; what is new is never complete. */
    public NextStep again() {
        return new NextStep.Start(this, days != null);
    }
}
