package org.atelier.machinelogs.load;

import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.machinelogs.session.ProductionSession;
import org.jspecify.annotations.Nullable;

/** What building a centre-day gave. */
public sealed interface BuiltDay {

    /** The day, as it was planned when it was built. */
    PlannedDay day();

    /** How many of its events come from files that this run loads. */
    default long freshEvents() {
        return 0;
    }

    /**
     * Whether it still counts, now that its centre-day is locked.
     *
     * @param newest the plan that counts now
     * @param now what the database holds now, null when nothing
     */
    default boolean counts(PlannedDay newest, @Nullable StoredSession now) {
        return newest.equals(day());
    }

    /**
     * A session.
     *
     * @param day the day
     * @param before what the database held when it was built, null when nothing
     * @param id key of the session: that of {@code before}, or a new one
     * @param session its figures
     * @param rows its details; whoever writes them closes them
     * @param fingerprint of all of it, lower-case hexadecimal
     * @param freshEvents how many of its events come from files that this run loads
     */
    record Session(
            PlannedDay day,
            @Nullable StoredSession before,
            long id,
            ProductionSession session,
            SessionRows rows,
            String fingerprint,
            long freshEvents)
            implements BuiltDay {

        /** Its rows bear the key of the session that they are for. */
        @Override
        public boolean counts(PlannedDay newest, @Nullable StoredSession now) {
            return newest.equals(day) && (now == null ? before == null : before != null && now.id() == id);
        }
    }

    /**
     * No event is left.
     *
     * @param day the day
     */
    record Empty(PlannedDay day) implements BuiltDay {}

    /**
     * A content it needs is missing or damaged; the other days go on.
     *
     * @param day the day
     * @param cause why, for people
     */
    record Failed(PlannedDay day, String cause) implements BuiltDay {}
}
