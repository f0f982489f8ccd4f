package org.atelier.files.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as the ledger knows it. What tells of a loaded version is null before the first one.
 *
 * @param id the file's key
 * @param job that takes it
 * @param source label of the source
 * @param path {@code directory/file} below it
 * @param centre code of the machining centre; null for a file of none
 * @param state as column {@code etat}, such as loaded or quarantined
 * @param attempts failed attempts at its present state
 * @param cause why it failed
 * @param duplicateOf path of the file it repeats
 * @param size bytes of the loaded version
 * @param modified the server's time of the loaded version
 * @param sha256 of the loaded version
 * @param replacedSha256 the content kept when a file that shrank replaced it
 * @param days days that the loaded version has something of; production days for a log file
 * @param counts what became of its lines
 * @param firstSeen when it was seen first
 * @param loaded when the version was loaded
 * @param runId the run that worked on it last
 * @param fate what became of it on its server, such as deleted; null while it is on its server
 * @param archivedAs where it was archived
 * @param gate why the loaded version failed the quality gate; null when it passed, or was never judged
 */
public record FileRecord(
        long id,
        String job,
        String source,
        String path,
        @Nullable String centre,
        String state,
        int attempts,
        @Nullable String cause,
        @Nullable String duplicateOf,
        @Nullable Long size,
        @Nullable Instant modified,
        @Nullable String sha256,
        @Nullable String replacedSha256,
        List<LocalDate> days,
        Counts counts,
        @Nullable Instant firstSeen,
        @Nullable Instant loaded,
        @Nullable Long runId,
        @Nullable String fate,
        @Nullable String archivedAs,
        @Nullable String gate) {

    /** Makes an unmodifiable copy. */
    public FileRecord {
        days = List.copyOf(days);
    }

    /** Lines of the loaded version, and what became of them. */
    public record Counts(long lines, long used, long counted, long blank, long rejected, long held) {}
}
