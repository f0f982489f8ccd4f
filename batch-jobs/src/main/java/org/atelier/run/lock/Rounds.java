package org.atelier.run.lock;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again on a daemon thread of its own until it is closed. Whatever goes wrong in one round,
 * the next one comes: nobody would notice the thread's death, and what it was to see to would never be seen to again.
 */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final int PAUSE_MILLIS = 1_000;
    private static final int END_MILLIS = 10_000;

    private final Runnable round;
    private final Runnable last;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private boolean failed;

    private Rounds(String name, Runnable round, Runnable last) {
        this.round = round;
        this.last = last;
        this.thread = new Thread(this::go, name);
    }

    /**
     * Begins.
     *
     * @param name of the thread
     * @param round done once a second
     * @param last done at the end, by the same thread
     */
    static Rounds start(String name, Runnable round, Runnable last) {
        Rounds rounds = new Rounds(name, round, last);
        rounds.thread.setDaemon(true);
        rounds.thread.start();
        return rounds;
    }

    private void go() {
        try {
            do {
                once();
            } while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            last.run();
        }
    }

    private void once() {
        try {
            round.run();
            failed = false;
        } catch (RuntimeException | Error e) {
            // Once, until it works again.
            if (!failed) {
                LOG.warn("A round of {} failed; the next one comes", thread.getName(), e);
            }
            failed = true;
        }
    }

    /** Ends it; a round at work is waited for, for some time. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
