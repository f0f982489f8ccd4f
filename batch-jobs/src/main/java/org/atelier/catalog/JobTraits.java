package org.atelier.catalog;

import java.util.Set;
import org.atelier.run.Progress;

/**
 * What launchers must know of a job to treat it rightly. Immutable.
 *
 * @param options what a start may ask of it; the others are refused
 * @param limitedRunsAreDry whether a run that is limited to a part writes nothing, because the rest would look vanished
 * @param unit what its progress is counted in
 * @param checkArea the area of {@code atelier check} that looks at its sources
 */
public record JobTraits(Set<StartOption> options, boolean limitedRunsAreDry, Progress.Unit unit, String checkArea) {

    /** Copies the set. */
    public JobTraits {
        options = Set.copyOf(options);
    }
}
