package org.atelier.machinelogs.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * A centre-day that a run builds, with the exact contents it is built from, in table {@code plan_jour}. Frozen before
 * work starts: a restart builds the same from the same.
 *
 * @param centreId the machining centre
 * @param day the production day
 * @param parts the files that have events of this day, in the session's order
 */
public record PlannedDay(long centreId, LocalDate day, List<DayPart> parts) {

    /** Makes an unmodifiable copy. */
    public PlannedDay {
        parts = List.copyOf(parts);
    }
}
