package org.atelier.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run, as the view {@code v_run_step} shows it.
 *
 * @param step the step's name
 * @param partition the partition's, when the step is part of one
 * @param status Spring Batch's
 * @param started when it began
 * @param ended when it ended
 * @param duration from started to ended
 * @param read items read
 * @param written items written
 * @param filtered items filtered out
 * @param skipped items skipped while reading, processing or writing
 * @param commits transactions committed
 * @param rollbacks transactions rolled back
 * @param exitMessage what the step left to say
 */
public record StepRecord(
        String step,
        @Nullable String partition,
        String status,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable Duration duration,
        long read,
        long written,
        long filtered,
        long skipped,
        long commits,
        long rollbacks,
        @Nullable String exitMessage) {}
