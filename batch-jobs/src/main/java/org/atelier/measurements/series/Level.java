package org.atelier.measurements.series;

import java.time.Instant;

/** How wide the windows of means are; each in a table of its own. Windows are UTC, a week begins on Monday. */
public enum Level {
    HOUR("mesure_horaire", 1),
    DAY("mesure_journaliere", 24),
    WEEK("mesure_hebdomadaire", 168);

    /** Monday, long before any stamp: windows of all levels begin here. */
    static final String ORIGIN = "timestamptz '0001-01-01 00:00:00+00'";

    static final String COLUMNS = "voie_id, fenetre, moyenne, minimum, maximum, nombre";

    private static final long FIRST_MONDAY =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();

    private final String table;
    private final int hours;

    Level(String table, int hours) {
        this.table = table;
        this.hours = hours;
    }

    /** Its table. */
    public String table() {
        return table;
    }

    /** Width of a window, seconds. */
    public long seconds() {
        return hours * 3_600L;
    }

    /** Start of the window that a time lies in; both in seconds since 1970. */
    public long start(long epochSecond) {
        return epochSecond - Math.floorMod(epochSecond - FIRST_MONDAY, seconds());
    }

    /** Its table and columns, for COPY. */
    String copied() {
        return table + " (" + COLUMNS + ")";
    }

    /** Width of a window in SQL; in hours, for a day of a time zone may have 23 of them. */
    String step() {
        return "interval '" + hours + " hours'";
    }

    /** Start of the window of a time, in SQL. */
    String bin(String time) {
        return "date_bin(" + step() + ", " + time + ", " + ORIGIN + ")";
    }
}
