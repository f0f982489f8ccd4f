package org.atelier.files;

/**
 * A line, or a cell of one, that is no data.
 *
 * @param lineNumber from 1
 * @param byteOffset of the line's first byte, from the start of the file
 * @param reason name of the reason, such as {@code BAD_TIMESTAMP}
 * @param text the line or cell, or the beginning of a very long one; no U+0000
 * @param column of the cell, from 1; 0 for the whole line
 */
public record Reject(long lineNumber, long byteOffset, String reason, String text, int column) {

    /** A whole line. */
    public Reject(long lineNumber, long byteOffset, String reason, String text) {
        this(lineNumber, byteOffset, reason, text, 0);
    }
}
