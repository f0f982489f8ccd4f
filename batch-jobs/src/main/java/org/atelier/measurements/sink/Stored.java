package org.atelier.measurements.sink;

/**
 * What a sink did with a file.
 *
 * @param points distinct pairs of series and time in the file
 * @param written rows that were inserted or changed; the others were there already
 */
public record Stored(long points, long written) {}
