package org.atelier.history;

import java.time.Instant;
import java.util.Optional;

/**
 * Which runs to list.
 *
 * @param job of that job only
 * @param status of that status only, in upper case
 * @param since created at or after that time
 * @param limit at most that many, the newest; above zero
 * @param withIdle also runs that had nothing to do
 * @param before runs older than that one
 */
public record RunFilter(
        Optional<String> job,
        Optional<String> status,
        Optional<Instant> since,
        int limit,
        boolean withIdle,
        Optional<Long> before) {

    /** From the newest one on. */
    public RunFilter(
            Optional<String> job, Optional<String> status, Optional<Instant> since, int limit, boolean withIdle) {
        this(job, status, since, limit, withIdle, Optional.empty());
    }
}
