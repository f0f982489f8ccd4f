package org.atelier.measurements.influx;

/**
 * Points of one box within a range of times, which both ends belong to.
 *
 * @param bucket they are in
 * @param campaign of the points
 * @param master serial of the box
 * @param first the first second
 * @param last the last second
 */
record Part(String bucket, String campaign, String master, long first, long last) {

    /** The first second of the windows that it touches. */
    long start(Window window) {
        return window.start(first);
    }

    /** The second behind the windows that it touches. */
    long stop(Window window) {
        return window.start(last) + window.seconds();
    }
}
