package org.atelier.run.engine;

import java.time.Duration;

/**
 * How a run works.
 *
 * @param workers how many items are worked on at once, at least 1
 * @param patience how long it pauses in all, rounded up to whole pauses, for a database that is gone
 */
public record EngineSettings(int workers, Duration patience) {

    /** Enough for a server that starts again, or hands over to another one. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Refuses less than one worker. */
    public EngineSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("At least one worker is needed, not " + workers);
        }
    }

    /** So many workers with the usual patience. */
    public EngineSettings(int workers) {
        this(workers, PATIENCE);
    }
}
