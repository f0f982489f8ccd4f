package org.atelier.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a job could not take and what stands so until now, such as a line of a file's loaded version.
 *
 * @param id such as {@code line-12}
 * @param job whose it is
 * @param centre code of the machining centre; null for what is of none
 * @param subject the file's path, or the key of what was rejected
 * @param fileId the file's key in the ledger; null for what is of no file
 * @param position the line, or the target's column
 * @param reason such as {@code BAD_TIMESTAMP}
 * @param content the raw text as kept; null for protected columns
 * @param runId the run that found it; null when that is not known
 * @param created when that was
 */
public record StandingReject(
        String id,
        String job,
        @Nullable String centre,
        String subject,
        @Nullable Long fileId,
        String position,
        String reason,
        @Nullable String content,
        @Nullable Long runId,
        Instant created) {}
