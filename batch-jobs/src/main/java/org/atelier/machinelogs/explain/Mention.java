package org.atelier.machinelogs.explain;

/**
 * When something happened, and the line that says so.
 *
 * @param localSecond as written, seconds since 1970-01-01T00:00:00 of the plant's wall clock
 * @param instant the same in real time, seconds since 1970-01-01T00:00:00 UTC
 * @param place the line
 */
record Mention(long localSecond, long instant, Place place) {}
