package org.atelier.bulk;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Blocks of memory that are lent and come back, so that a run of a thousand days takes no more of them than one of a
 * few: blocks that are dropped would wait in the heap until all of it is full. Thread-safe.
 */
final class Blocks {

    /** Bytes of a block. */
    static final int SIZE = 256 * 1024;

    /** Those of this process: no more than 16 MiB lie idle. */
    static final Blocks SHARED = new Blocks(64);

    private final int most;
    private final Deque<byte[]> idle = new ArrayDeque<>();

    /** @param most blocks that are kept while nobody needs them */
    Blocks(int most) {
        this.most = most;
    }

    /** A block of {@link #SIZE} bytes, with anything in it. */
    synchronized byte[] lend() {
        byte[] block = idle.poll();
        return block == null ? new byte[SIZE] : block;
    }

    /** Takes back a block that nobody looks at any more; one of another size is none of these. */
    synchronized void giveBack(byte[] block) {
        if (block.length == SIZE && idle.size() < most) {
            idle.push(block);
        }
    }
}
