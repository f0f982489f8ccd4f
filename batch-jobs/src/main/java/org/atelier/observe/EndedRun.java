package org.atelier.observe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.atelier.history.RunRecord;
import org.atelier.history.StepRecord;
import org.jspecify.annotations.Nullable;

/**
 * A run that has ended.
 *
 * @param run as its record has it
 * @param steps of it; partitions too
 * @param figures its counts by group and name
 * @param bytes taken from the sources; empty for a job that does not count them
 * @param lastSuccess when the newest run of the job with exit code 0 ended; null when none did
 */
public record EndedRun(
        RunRecord run,
        List<StepRecord> steps,
        Map<String, Map<String, Long>> figures,
        OptionalLong bytes,
        @Nullable Instant lastSuccess) {

    /** What its lock covered: the job, or job and shard. */
    public String scope() {
        String scope = run.scope();
        return scope == null ? run.job() : scope;
    }
}
