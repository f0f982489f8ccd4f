package org.atelier.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a job could not take and what stands so until now: a line of a log file's loaded version, or an order.
 *
 * @param id {@code line-} or {@code order-} and a number
 * @param job whose it is
 * @param centre code of the machining centre; null for an order
 * @param subject the file's path, or the order's key
 * @param fileId the file's key in the ledger; null for an order
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
