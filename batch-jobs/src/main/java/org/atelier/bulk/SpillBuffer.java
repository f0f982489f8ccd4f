package org.atelier.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are kept in memory up to a limit and go on in a temporary file beyond it, so that a day of any size needs
 * a bounded heap. The memory is {@link Blocks lent}, and given back at {@link #close()}: nothing may be asked of the
 * buffer then.
 *
 * <p>The file is made in the given directory, is deleted as soon as it is open where the system allows it, and at
 * {@link #close()} at the latest. Not thread-safe.
 */
final class SpillBuffer extends RowBuffer implements Closeable {

    /** A block that is full but for a few bytes. */
    private static final class Filled {

        private final byte[] bytes;
        private final int used;

        Filled(byte[] bytes, int used) {
            this.bytes = bytes;
            this.used = used;
        }
    }

    private final int limit;
    private final Path directory;
    private final List<Filled> filled = new ArrayList<>();
    private long inFilled;
    private @Nullable FileChannel spill;
    private @Nullable Path file;
    private boolean closed;

    /**
     * @param limit bytes kept in memory, give or take a block; what comes beyond goes to a file
     * @param directory where that file is made
     */
    SpillBuffer(int limit, Path directory) {
        this.limit = limit;
        this.directory = directory;
    }

    @Override
    void makeRoom(int bytes) throws IOException {
        if (position() > 0) {
            filled.add(new Filled(memory(), position()));
            inFilled += position();
            useNone();
        }
        if (inFilled > 0 && inFilled + bytes > limit) {
            flush();
        }
        Blocks.SHARED.giveBack(memory());
        use(
                bytes <= Blocks.SIZE && limit >= Blocks.SIZE
                        ? Blocks.SHARED.lend()
                        : new byte[Math.max(bytes, Math.min(limit, Blocks.SIZE))]);
    }

    /**
     * Writes everything to the stream, in the order it came, and may be called again.
     *
     * @throws IOException when the buffer is closed
     */
    void writeTo(OutputStream out) throws IOException {
        if (closed) {
            throw new IOException("The rows were given up");
        }
        FileChannel channel = spill;
        if (channel != null) {
            channel.position(0);
            InputStream in = Channels.newInputStream(channel);
            in.transferTo(out);
        }
        for (Filled block : filled) {
            out.write(block.bytes, 0, block.used);
        }
        out.write(memory(), 0, position());
    }

    private void flush() throws IOException {
        FileChannel channel = spill;
        if (channel == null) {
            file = Files.createTempFile(directory, "atelier-rows-", ".tmp");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            spill = channel;
        }
        channel.position(channel.size());
        for (Filled block : filled) {
            ByteBuffer bytes = ByteBuffer.wrap(block.bytes, 0, block.used);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        giveBackFilled();
    }

    private void giveBackFilled() {
        filled.forEach(block -> Blocks.SHARED.giveBack(block.bytes));
        filled.clear();
        inFilled = 0;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        giveBackFilled();
        Blocks.SHARED.giveBack(memory());
        useNone();
        if (spill != null) {
            spill.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
