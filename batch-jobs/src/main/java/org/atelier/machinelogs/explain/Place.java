package org.atelier.machinelogs.explain;

/**
 * A line of a log file.
 *
 * @param file {@code directory/file}
 * @param line its number, from 1
 */
public record Place(String file, long line) {

    /** {@code directory/file:line}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
