package org.atelier.machinelogs.session;

/**
 * When an event happened.
 *
 * @param local seconds since 1970-01-01T00:00:00 of the plant's wall clock, as written
 * @param instant seconds since 1970-01-01T00:00:00 UTC
 */
record Moment(long local, long instant) {

    static final long MICROS = 1_000_000;

    long localMicros() {
        return local * MICROS;
    }
}
