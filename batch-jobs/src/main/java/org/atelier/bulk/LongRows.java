package org.atelier.bulk;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.postgresql.util.ByteConverter;

/** Takes rows whose columns have eight bytes each. */
@FunctionalInterface
public interface LongRows {

    /**
     * Takes a row.
     *
     * @param values the columns: a {@code timestamptz} as {@link #epochSecond}, a {@code double precision} as
     *     {@link Double#longBitsToDouble} read them; the array is used again for the next row
     */
    void row(long[] values) throws IOException;

    /** The second since 1970 of a {@code timestamptz}; a fraction is dropped. */
    static long epochSecond(long value) {
        return Math.floorDiv(value + CopyEncoder.EPOCH_2000_MICROS, 1_000_000L);
    }

    /** Reads what COPY gives in its binary format. */
    static void read(InputStream in, LongRows each) throws IOException {
        byte[] head = new byte[19];
        read(in, head, head.length);
        byte[] bytes = new byte[2];
        long[] values = {};
        read(in, bytes, 2);
        int columns = ByteConverter.int2(bytes, 0);
        while (columns >= 0) {
            if (values.length != columns) {
                values = new long[columns];
                bytes = new byte[12 * columns + 2];
            }
            // With the number of columns of the next row, or the trailer.
            read(in, bytes, bytes.length);
            for (int column = 0; column < columns; column++) {
                values[column] = ByteConverter.int8(bytes, 12 * column + 4);
            }
            each.row(values);
            columns = ByteConverter.int2(bytes, bytes.length - 2);
        }
        // Else closing would call the query off.
        if (in.read() >= 0) {
            throw new IOException("The server's rows go on behind their end.");
        }
    }

    private static void read(InputStream in, byte[] bytes, int length) throws IOException {
        if (in.readNBytes(bytes, 0, length) < length) {
            throw new EOFException("The server's rows end early.");
        }
    }
}
