package org.atelier.files.afterload;

import java.time.Instant;
import org.atelier.files.FileState;

/**
 * A loaded file that may be archived or deleted, if it still is what was loaded.
 *
 * @param id key of the file in the ledger
 * @param source label of its source
 * @param path {@code directory/file}
 * @param sha256 what was loaded
 * @param size bytes of what was loaded
 * @param modified the server's time of what was loaded
 * @param state where it stands in the ledger
 */
public record CleanupFile(
        long id, String source, String path, String sha256, long size, Instant modified, FileState state) {}
