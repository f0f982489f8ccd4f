package org.atelier.history;

import org.jspecify.annotations.Nullable;

/**
 * One rejected line.
 *
 * @param source the label of the source
 * @param path the file's path below it
 * @param line counts from 1
 * @param byteOffset from the start of the file
 * @param reason such as {@code BAD_TIMESTAMP}
 * @param content the raw text, as stored
 */
public record RejectRecord(
        String source,
        String path,
        long line,
        long byteOffset,
        String reason,
        @Nullable String content) {}
