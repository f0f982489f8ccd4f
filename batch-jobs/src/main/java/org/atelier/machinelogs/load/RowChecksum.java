package org.atelier.machinelogs.load;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What tells rows that are built again from those that were written: the number of bytes, and two cyclic redundancy
 * checks of different polynomials, which together are one of 64 bits. Guards against accidents, not against forgery.
 * Not thread-safe.
 */
final class RowChecksum extends OutputStream {

    private final CRC32 ethernet = new CRC32();
    private final CRC32C castagnoli = new CRC32C();
    private long length;

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        ethernet.update(bytes, from, count);
        castagnoli.update(bytes, from, count);
        length += count;
    }

    /** Sixteen bytes. */
    byte[] value() {
        return ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES)
                .putLong(length)
                .putInt((int) ethernet.getValue())
                .putInt((int) castagnoli.getValue())
                .array();
    }
}
