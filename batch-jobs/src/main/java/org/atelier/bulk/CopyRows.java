package org.atelier.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Rows of one table that are kept until they are sent. What does not fit into a few MiB of memory goes on in a
 * temporary file. Not thread-safe.
 */
public final class CopyRows extends CopyEncoder implements Closeable {

    private static final int IN_MEMORY = 4 * 1024 * 1024;

    private final SpillBuffer buffer;

    /** Of which many may be held at once: less of each is kept in memory. */
    public static CopyRows ofMany(Path spillDirectory) {
        return new CopyRows(Blocks.SIZE, spillDirectory);
    }

    /** @param spillDirectory where rows go that do not fit into memory */
    public CopyRows(Path spillDirectory) {
        this(IN_MEMORY, spillDirectory);
    }

    CopyRows(int inMemory, Path spillDirectory) {
        this(new SpillBuffer(inMemory, spillDirectory));
    }

    private CopyRows(SpillBuffer buffer) {
        super(buffer);
        this.buffer = buffer;
    }

    /** Writes the rows' bytes, without COPY's header and trailer: the same rows always give the same bytes. */
    public void writeTo(OutputStream out) throws IOException {
        buffer.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        buffer.close();
    }
}
