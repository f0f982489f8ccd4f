package org.atelier.measurements.find;

import java.time.Instant;
import org.atelier.transfer.RemoteSource;
import org.jspecify.annotations.Nullable;

/**
 * A measurement file that a source lists.
 *
 * @param path below the data folder, as the ledger names it
 * @param size bytes at this look
 * @param modified modification time at this look, whole seconds
 * @param fault why it is listed and yet cannot be had, or must not be taken now, for people; null when it can be
 *     fetched
 * @param busy whether the fault will pass by itself: its upload goes on
 */
record FoundTsv(
        RemoteSource source,
        String path,
        long size,
        Instant modified,
        @Nullable String fault,
        boolean busy) {

    String folder() {
        return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether it is the one that was asked for; every file is when none was. */
    boolean is(@Nullable String asked) {
        return asked == null || asked.equals(name()) || asked.equals(path);
    }

    FoundTsv uploading(String reason) {
        return new FoundTsv(source, path, size, modified, reason, true);
    }
}
