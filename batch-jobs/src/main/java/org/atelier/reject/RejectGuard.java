package org.atelier.reject;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a run reads and rejects, and stops it at the limits. Thread-safe. */
public final class RejectGuard {

    private final RejectLimits limits;
    private final Unit unit;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();

    /** What is counted, in words for people. */
    public enum Unit {
        /** Lines of files. */
        LINES("lines", "the last file read was "),
        /** Orders, by their rejects. */
        ORDERS("orders", "the last order read was ");

        private final String plural;
        private final String last;

        Unit(String plural, String last) {
            this.plural = plural;
            this.last = last;
        }
    }

    /**
     * @param limits when to stop
     * @param unit what is counted
     */
    public RejectGuard(RejectLimits limits, Unit unit) {
        this.limits = limits;
        this.unit = unit;
    }

    /**
     * Counts what was read.
     *
     * @param last the path of the file, or the order, for people
     * @throws RejectLimitException when the limits are exceeded now
     */
    public void count(String last, long newlyRead, long newlyRejected) {
        long allRead = read.addAndGet(newlyRead);
        long allRejected = rejected.addAndGet(newlyRejected);
        if (limits.exceeded(allRead, allRejected)) {
            throw new RejectLimitException(
                    allRejected + " of " + allRead + " " + unit.plural + " are rejected, over the limit of "
                            + (limits.count() == null ? "" : limits.count() + " " + unit.plural)
                            + (limits.count() == null || limits.ratio() == null ? "" : " or ")
                            + (limits.ratio() == null
                                    ? ""
                                    : limits.ratio().movePointRight(2).toPlainString() + " %")
                            + "; " + unit.last + last);
        }
    }
}
