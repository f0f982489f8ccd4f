package org.atelier.run;

import java.util.concurrent.atomic.LongAdder;

/**
 * How far a run has come, for people to look at; never what a decision rests on. Written by the workers, read by
 * whoever draws it. Thread-safe.
 */
public final class Progress {

    private volatile String phase = "starting";
    private final LongAdder total = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder lines = new LongAdder();
    private final LongAdder rejects = new LongAdder();

    /**
     * One look at it: the phase's name, work done of work planned, what was read and rejects so far, by {@link Unit}.
     */
    public record Look(String phase, long done, long total, long lines, long rejects) {}

    /** Names what happens now, in words for an operator. */
    public void phase(String name) {
        phase = name;
    }

    /** Counts up what there is to do. */
    public void planned(long amount) {
        total.add(amount);
    }

    /** Counts up what is done. */
    public void done(long amount) {
        done.add(amount);
    }

    /** Counts what was read, such as lines, and those of them that were rejected. */
    public void read(long linesRead, long rejected) {
        lines.add(linesRead);
        rejects.add(rejected);
    }

    /** What it is now; the figures may be a moment apart from one another. */
    public Look look() {
        return new Look(phase, done.sum(), total.sum(), lines.sum(), rejects.sum());
    }
}
