package org.atelier.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks a run to stop at the edge of its chunks. Once asked, it stays asked. Thread-safe; may be called from a signal
 * handler.
 */
public final class StopRequest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicReference<@Nullable Asked> first = new AtomicReference<>();

    /**
     * Why and when.
     *
     * @param why in words for people
     * @param nanos {@link System#nanoTime()} of the moment
     */
    record Asked(String why, long nanos) {}

    /** Asks; only the first reason counts. */
    public void ask(String why) {
        first.compareAndSet(null, new Asked(why, System.nanoTime()));
        asked.countDown();
    }

    /** Whether a stop was asked for. */
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    @Nullable Asked first() {
        return first.get();
    }

    /** Waits, at most so long; true when a stop was asked for before that, also when the thread was interrupted. */
    public boolean await(long millis) {
        try {
            return asked.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
