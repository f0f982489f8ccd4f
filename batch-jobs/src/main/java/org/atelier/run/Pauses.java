package org.atelier.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How often a run goes on after the database was gone: growing pauses with jitter. Used by one thread. */
final class Pauses {

    private static final int TIMES = 6;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Duration next = Duration.ofMillis(500);
    private int taken;

    /** Pauses; false when that was often enough, or when a stop was asked for. */
    boolean take(StopRequest stop) {
        if (taken++ == TIMES) {
            return false;
        }
        long millis = next.toMillis();
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return !stop.await(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
    }
}
