package org.atelier.reject;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts what a run reads and rejects, over all its restarts, and stops it at the limits. Thread-safe. */
public final class RejectGuard {

    private final RejectLimits limits;
    private final Supplier<Counted> earlier;
    private @Nullable Counted all;

    /**
     * What was read.
     *
     * @param lines lines read
     * @param rejected those of them rejected
     */
    public record Counted(long lines, long rejected) {

        Counted plus(long moreLines, long moreRejected) {
            return new Counted(lines + moreLines, rejected + moreRejected);
        }
    }

    /**
     * @param limits when to stop
     * @param earlier what the run has kept before this attempt; asked once, before anything is counted
     */
    public RejectGuard(RejectLimits limits, Supplier<Counted> earlier) {
        this.limits = limits;
        this.earlier = earlier;
    }

    /**
     * Counts what was read of a file.
     *
     * @param file its path, for people
     * @throws RejectLimitException when the limits are exceeded now
     */
    public void count(String file, long linesRead, long linesRejected) {
        Counted now = add(linesRead, linesRejected);
        if (limits.exceeded(now.lines(), now.rejected())) {
            throw new RejectLimitException(
                    now.rejected() + " of " + now.lines() + " lines are rejected, over the limit of "
                            + (limits.count() == null ? "" : limits.count() + " lines")
                            + (limits.count() == null || limits.ratio() == null ? "" : " or ")
                            + (limits.ratio() == null
                                    ? ""
                                    : limits.ratio().movePointRight(2).toPlainString() + " %")
                            + "; the last file read was " + file);
        }
    }

    private synchronized Counted add(long linesRead, long linesRejected) {
        Counted before = all;
        Counted now = (before == null ? earlier.get() : before).plus(linesRead, linesRejected);
        all = now;
        return now;
    }
}
