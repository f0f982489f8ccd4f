package org.atelier.catalog;

import java.util.Set;
import org.atelier.run.Unit;

/**
 * What launchers must know of a job to treat it rightly. Immutable.
 *
 * @param options what a start may ask of it; the others are refused
 * @param limitedRunsAreDry whether a run that is limited to a part writes nothing, because the rest would look vanished
 * @param unit what it counts: its progress, its speed, its rejects
 * @param holdings its sources and the verb, as in "what the files hold"
 * @param checkArea the area of {@code atelier check} that looks at its sources
 */
public record JobTraits(
        Set<StartOption> options, boolean limitedRunsAreDry, Unit unit, String holdings, String checkArea) {

    /** Copies the set. */
    public JobTraits {
        options = Set.copyOf(options);
    }
}
