package org.atelier.files;

/**
 * How far a run is with its files.
 *
 * @param files planned in all
 * @param loaded done, standing for themselves
 * @param duplicates done, repeating another file
 * @param failed given up in this run
 * @param undone neither done nor given up
 */
public record FilePlanCounts(long files, long loaded, long duplicates, long failed, long undone) {

    /** Files written in part: some of their days lie outside the run's range. */
    public long partial() {
        return files - loaded - duplicates - failed - undone;
    }
}
