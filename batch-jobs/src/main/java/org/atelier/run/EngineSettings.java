package org.atelier.run;

/**
 * How a run works.
 *
 * @param workers how many items are worked on at once, at least 1
 */
public record EngineSettings(int workers) {

    /** Refuses less than one worker. */
    public EngineSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("At least one worker is needed, not " + workers);
        }
    }
}
