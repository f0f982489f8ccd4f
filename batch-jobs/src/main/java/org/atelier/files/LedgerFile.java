package org.atelier.files;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as the ledger knows it.
 *
 * @param id key of {@code fichier_source}
 * @param groupId what it belongs to within its job, such as a centre; 0 where its job has no groups
 * @param source label of the source it comes from
 * @param path {@code directory/file} below the source's root
 * @param state where it stands
 * @param attempts failed attempts at its present size and time
 * @param loaded what was loaded of it, null before the first time
 * @param duplicateOf key of the file it repeats, null when it stands for itself
 * @param sizeSeen size at the last look, in bytes
 * @param modifiedSeen modification time at the last look
 * @param seenSince the first look that saw that size and time, by our own clock
 * @param <V> what the job knows of one content of a file
 */
public record LedgerFile<V extends FileVersion>(
        long id,
        long groupId,
        String source,
        String path,
        FileState state,
        int attempts,
        @Nullable V loaded,
        @Nullable Long duplicateOf,
        long sizeSeen,
        Instant modifiedSeen,
        Instant seenSince) {

    /** The same file with another version, or the same one read again. */
    public LedgerFile<V> with(V version) {
        return new LedgerFile<>(
                id, groupId, source, path, state, attempts, version, duplicateOf, sizeSeen, modifiedSeen, seenSince);
    }

    /** Whether a look that finds this size and time finds the file unchanged since the last look. */
    public boolean looksLike(long size, Instant modified) {
        return sizeSeen == size && modifiedSeen.equals(modified);
    }

    /** Whether the file, unchanged at a look now, is settled: two looks at least {@code settle} apart saw the same. */
    public boolean settled(Instant now, Duration settle) {
        return !seenSince.plus(settle).isAfter(now);
    }
}
