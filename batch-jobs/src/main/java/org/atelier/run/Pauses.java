package org.atelier.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a run goes on after the database was gone: growing pauses with jitter. Used by one thread. */
public final class Pauses {

    /** Patience enough for a server that starts again, or hands over to another one. */
    public static final Duration USUAL = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Duration patience;
    private Duration next = Duration.ofMillis(500);
    private Duration taken = Duration.ZERO;

    /** @param patience no pause begins any more when those before were that long */
    public Pauses(Duration patience) {
        this.patience = patience;
    }

    /** Pauses; false when patience is at its end, or when a stop was asked for. */
    public boolean take(StopRequest stop) {
        if (taken.compareTo(patience) >= 0) {
            return false;
        }
        long millis = next.toMillis();
        taken = taken.plus(next);
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return !stop.await(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
    }
}
