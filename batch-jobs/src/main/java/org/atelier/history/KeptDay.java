package org.atelier.history;

import java.time.LocalDate;
import java.util.List;

/**
 * A production day of a machining centre that files were kept of.
 *
 * @param centreId the centre's key
 * @param centre its code
 * @param day the production day
 * @param hashes SHA-256 of each file's content
 * @param built whether it has a session
 */
public record KeptDay(long centreId, String centre, LocalDate day, List<String> hashes, boolean built) {

    /** Copies the list. */
    public KeptDay {
        hashes = List.copyOf(hashes);
    }
}
