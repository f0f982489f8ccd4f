package org.atelier.machinelogs.ledger;

import java.util.Locale;

/** What building a centre-day came to; column {@code resultat} of {@code plan_jour} holds the name in lower case. */
public enum DayResult {
    /** The session is new or differs from what was there: its rows were replaced. */
    WRITTEN,
    /** The session is what was there: nothing was written. */
    UNCHANGED,
    /** No event is left of that day: the session was deleted. */
    DELETED,
    /** The day's row was made through the API: it was kept. */
    CONFLICT;

    /** The value in the database. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
