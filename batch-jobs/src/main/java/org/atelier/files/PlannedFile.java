package org.atelier.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a run takes, in table {@code plan_fichier}.
 *
 * @param id key of the file in the ledger
 * @param groupId what it belongs to within its job, such as a centre; 0 where its job has no groups
 * @param source label of its source
 * @param path {@code directory/file}
 * @param size bytes at the look that planned it
 * @param modified modification time at that look
 * @param stable whether it was settled then, so that a last line without an end counts
 * @param version what was fetched; null before
 * @param duplicateOf key of the file it repeats, null when it stands for itself
 * @param <V> what the job knows of one content of a file
 */
public record PlannedFile<V extends FileVersion>(
        long id,
        long groupId,
        String source,
        String path,
        long size,
        Instant modified,
        boolean stable,
        @Nullable V version,
        @Nullable Long duplicateOf) {

    /** The same file with its fetched version read again. */
    public PlannedFile<V> with(V newVersion) {
        return new PlannedFile<>(id, groupId, source, path, size, modified, stable, newVersion, duplicateOf);
    }
}
