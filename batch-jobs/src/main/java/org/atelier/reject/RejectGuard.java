package org.atelier.reject;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a run reads and rejects, and stops it at the limits. Thread-safe. */
public final class RejectGuard {

    private final RejectLimits limits;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();

    /** @param limits when to stop */
    public RejectGuard(RejectLimits limits) {
        this.limits = limits;
    }

    /**
     * Counts what was read of a file.
     *
     * @param file its path, for people
     * @throws RejectLimitException when the limits are exceeded now
     */
    public void count(String file, long linesRead, long linesRejected) {
        long allRead = read.addAndGet(linesRead);
        long allRejected = rejected.addAndGet(linesRejected);
        if (limits.exceeded(allRead, allRejected)) {
            throw new RejectLimitException(allRejected + " of " + allRead + " lines are rejected, over the limit of "
                    + (limits.count() == null ? "" : limits.count() + " lines")
                    + (limits.count() == null || limits.ratio() == null ? "" : " or ")
                    + (limits.ratio() == null
                            ? ""
                            : limits.ratio().movePointRight(2).toPlainString() + " %")
                    + "; the last file read was " + file);
        }
    }
}
