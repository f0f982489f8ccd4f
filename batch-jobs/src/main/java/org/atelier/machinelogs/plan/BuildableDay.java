package org.atelier.machinelogs.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * A production day of a machining centre that can be built from what was stored.
 *
 * @param centreId the centre's key
 * @param centre its code
 * @param day the production day
 * @param hashes SHA-256 of the content of each file that has events of it; none when its files have other days by now
 * @param built whether it has a session
 */
public record BuildableDay(long centreId, String centre, LocalDate day, List<String> hashes, boolean built) {

    /** Copies the list. */
    public BuildableDay {
        hashes = List.copyOf(hashes);
    }
}
