package org.atelier.measurements.format;

/**
 * How many lines of a file were what. It holds for every file: {@code lines = blank + structural + rows +
 * truncatedLines}, and {@code rows = usedRows + invalidTimestamps}.
 *
 * @param lines all lines, the last one also without a line feed
 * @param blank of nothing but white space, wherever
 * @param structural keywords, JSON, serials, titles, and what stands behind {@code END_DATA}
 * @param rows rows of the table, those with an invalid stamp included, a dropped last line not ({@code nb_rows})
 * @param points values given to the consumer
 * @param invalidTimestamps rows refused for their stamp, or for being longer than 1 MiB
 * @param invalidValues cells that are no finite number
 * @param missingValues cells that are empty or not there
 * @param truncatedLines 1 when the last row has no line feed and was dropped for it
 * @param longRows used rows with more cells than columns; what is too much is not looked at
 * @param zeroMarkerRows used rows of bare {@code 0}, whether stored or skipped
 */
public record RowCounts(
        long lines,
        long blank,
        long structural,
        long rows,
        long points,
        long invalidTimestamps,
        long invalidValues,
        long missingValues,
        long truncatedLines,
        long longRows,
        long zeroMarkerRows) {

    /** Rows with a valid stamp; skipped zero markers are among them. */
    public long usedRows() {
        return rows - invalidTimestamps;
    }
}
