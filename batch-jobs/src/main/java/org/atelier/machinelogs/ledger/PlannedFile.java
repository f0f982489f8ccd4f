package org.atelier.machinelogs.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a run takes, in table {@code plan_fichier}.
 *
 * @param id key of the file in the ledger
 * @param centreId its centre
 * @param source label of its source
 * @param path {@code directory/file}
 * @param size bytes at the look that planned it
 * @param modified modification time at that look
 * @param stable whether it was settled then, so that a last line without an end counts
 * @param version what was fetched; null before
 * @param duplicateOf key of the file it repeats, null when it stands for itself
 */
public record PlannedFile(
        long id,
        long centreId,
        String source,
        String path,
        long size,
        Instant modified,
        boolean stable,
        @Nullable FileVersion version,
        @Nullable Long duplicateOf) {

    /** The same file with its fetched version read anew. */
    public PlannedFile with(FileVersion newVersion) {
        return new PlannedFile(id, centreId, source, path, size, modified, stable, newVersion, duplicateOf);
    }
}
