package org.atelier.run;

import org.jspecify.annotations.Nullable;

/**
 * Why one attempt of a run must end at the edge of its chunks: people asked, or its lock was lost. An attempt that lost
 * its lock may be followed by another one; a stop that people asked for may not. Thread-safe.
 */
public final class EndRequest {

    private final StopRequest stop;
    private volatile @Nullable String lost;

    public EndRequest(StopRequest stop) {
        this.stop = stop;
    }

    /** Tells that the lock was lost. */
    public void lost(String cause) {
        lost = cause;
    }

    /** How the lock was lost; null while it is held. */
    public @Nullable String lost() {
        return lost;
    }

    public StopRequest stop() {
        return stop;
    }

    public boolean isAsked() {
        return lost != null || stop.isAsked();
    }
}
