package org.atelier.files;

/**
 * A line that is no data.
 *
 * @param lineNumber from 1
 * @param byteOffset of its first byte, from the start of the file
 * @param reason name of the reason, such as {@code BAD_TIMESTAMP}
 * @param text the line, or the beginning of a very long one; no U+0000
 */
public record Reject(long lineNumber, long byteOffset, String reason, String text) {}
