package org.atelier.machinelogs.line;

import java.io.IOException;
import java.io.InputStream;

/** A window on a stream's bytes that slides forward, and grows only when what is to be kept fills it. */
final class ByteWindow {

    private final InputStream in;
    private byte[] bytes;
    private int limit;
    private long firstOffset;
    private boolean ended;

    ByteWindow(InputStream in, int size) {
        this.in = in;
        this.bytes = new byte[size];
    }

    /** The bytes; may be another array after {@link #more}. */
    byte[] bytes() {
        return bytes;
    }

    /** Behind the last byte read. */
    int limit() {
        return limit;
    }

    /** The place in the file of the byte at this index. */
    long offsetOf(int index) {
        return firstOffset + index;
    }

    /**
     * Reads more bytes; those before {@code keep} may go.
     *
     * @return by how much the indices of the bytes kept became smaller; -1 at the end of the stream
     */
    int more(int keep) throws IOException {
        if (ended) {
            return -1;
        }
        int moved = limit == bytes.length ? makeRoom(keep) : 0;
        int read = in.read(bytes, limit, bytes.length - limit);
        if (read < 0) {
            ended = true;
            // A move has to be told first; the next call tells the end.
            return moved == 0 ? -1 : moved;
        }
        limit += read;
        return moved;
    }

    private int makeRoom(int keep) {
        byte[] target = keep == 0 ? new byte[2 * bytes.length] : bytes;
        System.arraycopy(bytes, keep, target, 0, limit - keep);
        bytes = target;
        limit -= keep;
        firstOffset += keep;
        return keep;
    }
}
