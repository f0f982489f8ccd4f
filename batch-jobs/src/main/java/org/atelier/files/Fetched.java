package org.atelier.files;

/**
 * What came of fetching a file.
 *
 * @param <V> what the job knows of one content of a file
 */
public sealed interface Fetched<V extends FileVersion> {

    /** The file. */
    PlannedFile<V> file();

    /**
     * It lies in the landing area and was read.
     *
     * @param file the file
     * @param version what was fetched
     */
    record Done<V extends FileVersion>(PlannedFile<V> file, V version) implements Fetched<V> {}

    /**
     * It could not be fetched or read; the others go on.
     *
     * @param file the file
     * @param cause why, for people; no secret
     */
    record Failed<V extends FileVersion>(PlannedFile<V> file, String cause) implements Fetched<V> {}
}
