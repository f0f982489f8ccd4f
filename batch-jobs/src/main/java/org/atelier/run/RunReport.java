package org.atelier.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param execution key of the job execution: the run's id
 * @param ending how
 * @param status Spring Batch's, such as {@code COMPLETED}
 * @param summary what it came to; null when it could not be read any more
 * @param cause why it failed, null when it did not
 * @param next what to do, where the failure knows better than its kind
 * @param again to do its work again
 * @param duration from its start to its end
 */
public record RunReport(
        long execution,
        RunEnding ending,
        String status,
        @Nullable RunSummary summary,
        @Nullable String cause,
        @Nullable NextStep next,
        NextStep again,
        Duration duration) {

    /** The same, but ended otherwise. */
    public RunReport ended(RunEnding other, String why) {
        return new RunReport(execution, other, status, summary, why, null, again, duration);
    }
}
