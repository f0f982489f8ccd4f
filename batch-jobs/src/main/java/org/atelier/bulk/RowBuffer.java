package org.atelier.bulk;

import java.io.IOException;

/** Memory that rows are encoded into; what becomes of it when it is full is the business of those who extend it. */
abstract class RowBuffer {

    private static final byte[] NONE = {};

    private byte[] memory = NONE;
    private int used;

    /** Makes room for the given number of bytes in {@link #memory()}, behind {@link #position()}. */
    final void reserve(int bytes) throws IOException {
        if (used + bytes > memory.length) {
            makeRoom(bytes);
        }
    }

    /** Puts away what is in memory and {@link #use(byte[]) uses} memory that has so many bytes at least. */
    abstract void makeRoom(int bytes) throws IOException;

    /** From now on that memory is filled, from its start. */
    final void use(byte[] empty) {
        memory = empty;
        used = 0;
    }

    /** Uses none. */
    final void useNone() {
        use(NONE);
    }

    final byte[] memory() {
        return memory;
    }

    final int position() {
        return used;
    }

    final void advance(int bytes) {
        used += bytes;
    }
}
