package org.atelier.machinelogs.ledger;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.jspecify.annotations.Nullable;

/**
 * A centre-day that a run builds, with the exact contents it is built from, in table {@code plan_jour}. Frozen before
 * work starts: a restart builds the same from the same.
 *
 * @param centreId the machining centre
 * @param day the production day
 * @param dayStart when the day begins by the rule it was planned with; null when that was not noted
 * @param parts the files that have events of this day, in the session's order
 */
public record PlannedDay(
        long centreId, LocalDate day, @Nullable LocalTime dayStart, List<DayPart> parts) {

    /** Makes an unmodifiable copy. */
    public PlannedDay {
        parts = List.copyOf(parts);
    }

    /** The rule it was planned with, or else the one in force: its files were chosen by it. */
    public ProductionDayRule rule(ProductionDayRule inForce) {
        return dayStart == null ? inForce : new ProductionDayRule(dayStart);
    }
}
