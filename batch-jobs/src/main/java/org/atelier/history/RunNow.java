package org.atelier.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that its record shows as at work.
 *
 * @param runId the run
 * @param job its job
 * @param scope what its lock covers
 * @param life whether it lives, which the lock says and not the record
 * @param owner host and process, or the pod
 * @param started when work began
 * @param heartbeat the owner's last sign of life
 * @param silence since then, by the database's clock
 * @param phase what it does
 * @param done work done, in bytes or rows
 * @param total work planned
 * @param lines lines or rows read
 * @param rejects those of them rejected
 * @param left about how long it will take yet; null when that cannot be told
 * @param waiting who waits for the scope's lock, the first in line first
 */
public record RunNow(
        long runId,
        String job,
        String scope,
        Life life,
        @Nullable String owner,
        @Nullable Instant started,
        @Nullable Instant heartbeat,
        @Nullable Duration silence,
        @Nullable String phase,
        long done,
        long total,
        long lines,
        long rejects,
        @Nullable Duration left,
        List<String> waiting) {

    /** Copies the list. */
    public RunNow {
        waiting = List.copyOf(waiting);
    }

    /** How a run is. */
    public enum Life {
        /** At work. */
        RUNNING,
        /** At work, but nothing moved for two minutes, nor since it was asked to stop. */
        STALLED,
        /** At work, and asked to stop. */
        STOPPING,
        /** Its process is gone; the next start recovers it. */
        DEAD
    }
}
