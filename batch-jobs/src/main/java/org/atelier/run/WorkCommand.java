package org.atelier.run;

import org.jspecify.annotations.Nullable;

/**
 * What people type to have a piece of work done. Immutable.
 *
 * @param job the job's name
 * @param scope the job's, or that of a shard of it
 * @param days the range; null for what is new
 * @param rebuild what of the range is built from the landing area; null when the sources are looked at
 */
public record WorkCommand(
        String job,
        String scope,
        @Nullable DayRange days,
        @Nullable Rebuild rebuild) {

    /** What a start does; of one that goes on with a run, what is new. */
    public static WorkCommand of(String job, String scope, RunTarget target) {
        return target instanceof RunTarget.Range range
                ? new WorkCommand(job, scope, range.days(), range.rebuild())
                : new WorkCommand(job, scope, null, null);
    }

    /** The command; it is refused for a range that is complete. */
    public String text() {
        return "atelier " + (rebuild == null ? "run " : "backfill ") + job + ofDays()
                + (rebuild == Rebuild.MISSING ? " --missing" : "") + ofShard();
    }

    /** The command that does it anew, whether it is complete or not. */
    public String again() {
        return text() + (days == null ? "" : " --again");
    }

    private String ofDays() {
        if (days == null) {
            return "";
        }
        return days.from().equals(days.to()) && rebuild == null
                ? " --date " + days.from()
                : " --from " + days.from() + " --to " + days.to();
    }

    private String ofShard() {
        Shard shard = Shard.ofScope(scope);
        return shard == null ? "" : " --shard " + shard;
    }
}
