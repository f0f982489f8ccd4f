package org.atelier.reject;

import java.util.function.Supplier;
import org.atelier.run.Unit;
import org.jspecify.annotations.Nullable;

/** Counts what a run reads and rejects, over all its restarts, and stops it at the limits. Thread-safe. */
public final class RejectGuard {

    private final RejectLimits limits;
    private final Unit unit;
    private final Supplier<Counted> earlier;
    private @Nullable Counted all;

    /**
     * What was read.
     *
     * @param read how many of the unit
     * @param rejected those of them rejected
     */
    public record Counted(long read, long rejected) {

        /** Nothing. */
        public static final Counted NONE = new Counted(0, 0);

        Counted plus(long more, long moreRejected) {
            return new Counted(read + more, rejected + moreRejected);
        }
    }

    /**
     * @param limits when to stop
     * @param unit what is counted
     * @param earlier what the run has kept before this attempt; asked once, before anything is counted
     */
    public RejectGuard(RejectLimits limits, Unit unit, Supplier<Counted> earlier) {
        this.limits = limits;
        this.unit = unit;
        this.earlier = earlier;
    }

    /**
     * Counts what was read.
     *
     * @param last the path of the file, for people; empty for what must not be named in the record of runs
     * @throws RejectLimitException when the limits are exceeded now
     */
    public void count(String last, long read, long rejected) {
        Counted now = add(read, rejected);
        if (limits.exceeded(now.read(), now.rejected())) {
            throw new RejectLimitException(
                    now.rejected() + " of " + now.read() + " " + unit.plural() + " are rejected, over the limit of "
                            + (limits.count() == null ? "" : limits.count() + " " + unit.plural())
                            + (limits.count() == null || limits.ratio() == null ? "" : " or ")
                            + (limits.ratio() == null
                                    ? ""
                                    : limits.ratio().movePointRight(2).toPlainString() + " %"),
                    last);
        }
    }

    private synchronized Counted add(long read, long rejected) {
        Counted before = all;
        Counted now = (before == null ? earlier.get() : before).plus(read, rejected);
        all = now;
        return now;
    }
}
