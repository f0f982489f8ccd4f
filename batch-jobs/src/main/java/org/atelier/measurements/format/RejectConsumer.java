package org.atelier.measurements.format;

import java.io.IOException;

/** Takes rows and cells that are not used, in file order; their number is not limited here. */
public interface RejectConsumer {

    /**
     * Takes one of them.
     *
     * @param line from 1
     * @param byteOffset where the line begins, from the start of the file
     * @param column position behind the stamp, from 1; 0 for the whole row
     * @param reason the name of a {@link RejectReason}
     * @param text the cell or the row as it stands in the file, at most its first 64 KiB, without U+0000
     */
    void reject(long line, long byteOffset, int column, String reason, String text) throws IOException;
}
