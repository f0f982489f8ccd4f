package org.atelier.bulk;

import java.io.IOException;
import java.io.OutputStream;

/** Hands on what it is filled with, block by block. Not thread-safe. */
final class StreamBuffer extends RowBuffer {

    private static final int BLOCK = 64 * 1024;

    private final OutputStream out;

    StreamBuffer(OutputStream out) {
        this.out = out;
    }

    @Override
    void makeRoom(int bytes) throws IOException {
        flush();
        use(memory().length >= bytes ? memory() : new byte[Math.max(bytes, BLOCK)]);
    }

    /** Hands on what is left. */
    void flush() throws IOException {
        out.write(memory(), 0, position());
        use(memory());
    }
}
