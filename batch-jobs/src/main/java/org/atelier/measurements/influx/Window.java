package org.atelier.measurements.influx;

/** A level of means; windows begin with the epoch, so weeks begin on a Thursday, as in buckets that are there. */
enum Window {
    HOUR("1h", 3_600),
    DAY("1d", 86_400),
    WEEK("1w", 604_800);

    private final String level;
    private final long seconds;

    Window(String level, long seconds) {
        this.level = level;
        this.seconds = seconds;
    }

    /** What comes behind the name of a bucket, or of a table. */
    String level() {
        return level;
    }

    long seconds() {
        return seconds;
    }

    /** The first second of the window that a time lies in. */
    long start(long epochSecond) {
        return epochSecond - Math.floorMod(epochSecond, seconds);
    }
}
