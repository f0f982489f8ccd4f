package org.atelier.machinelogs.session;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is computed of one machining centre's production day. Times are local, as written in the log; the first and last
 * of anything are so by instant. Immutable.
 *
 * @param totalPieces pieces produced
 * @param firstPiece the earliest piece; null without one
 * @param lastPiece the latest piece; null without one
 * @param firstMachineStart the earliest start; null without one
 * @param lastMachineStop the latest stop, open or not; null without one
 * @param metrics hours and rates
 * @param events how many events of each type, ordered by type; rejected lines are none
 * @param warnings what makes the figures doubtful
 * @param complements what further event types add
 */
public record ProductionSession(
        int totalPieces,
        @Nullable LocalDateTime firstPiece,
        @Nullable LocalDateTime lastPiece,
        @Nullable LocalDateTime firstMachineStart,
        @Nullable LocalDateTime lastMachineStop,
        SessionMetrics metrics,
        SortedMap<String, Long> events,
        SessionWarnings warnings,
        SessionComplements complements) {

    public ProductionSession {
        events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
    }

    /** Whether the day has no event at all, and so no session. */
    public boolean isEmpty() {
        return events.isEmpty();
    }
}
