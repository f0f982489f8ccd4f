package org.atelier.run.engine;

import java.time.Duration;
import org.atelier.run.Pauses;

/**
 * How a run works.
 *
 * @param workers how many items are worked on at once, at least 1
 * @param patience how long it pauses in all, rounded up to whole pauses, for a database that is gone
 */
public record EngineSettings(int workers, Duration patience) {

    /** Refuses less than one worker. */
    public EngineSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("At least one worker is needed, not " + workers);
        }
    }

    /** So many workers with the usual patience. */
    public EngineSettings(int workers) {
        this(workers, Pauses.USUAL);
    }
}
