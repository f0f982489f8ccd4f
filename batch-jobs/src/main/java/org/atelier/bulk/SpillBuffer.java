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
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are kept in memory up to a limit and go on in a temporary file beyond it, so that a day of any size needs
 * a bounded heap.
 *
 * <p>The file is made in the given directory, is deleted as soon as it is open where the system allows it, and at
 * {@link #close()} at the latest. Not thread-safe.
 */
final class SpillBuffer implements Closeable {

    private static final int FIRST_SIZE = 8 * 1024;

    private final int limit;
    private final Path directory;
    private byte[] memory = new byte[FIRST_SIZE];
    private int used;
    private @Nullable FileChannel spill;
    private @Nullable Path file;

    /**
     * @param limit bytes kept in memory; what comes beyond goes to a file
     * @param directory where that file is made
     */
    SpillBuffer(int limit, Path directory) {
        this.limit = limit;
        this.directory = directory;
    }

    /** Makes room for the given number of bytes in {@link #memory()}, behind {@link #position()}. */
    void reserve(int bytes) throws IOException {
        if (used + bytes <= memory.length) {
            return;
        }
        if (used > 0 && used + bytes > limit) {
            flush();
        }
        if (used + bytes > memory.length) {
            int wanted = Math.max(used + bytes, Math.min(limit, memory.length * 2));
            memory = Arrays.copyOf(memory, wanted);
        }
    }

    byte[] memory() {
        return memory;
    }

    int position() {
        return used;
    }

    void advance(int bytes) {
        used += bytes;
    }

    /** Writes everything to the stream, in the order it came, and may be called again. */
    void writeTo(OutputStream out) throws IOException {
        FileChannel channel = spill;
        if (channel != null) {
            channel.position(0);
            InputStream in = Channels.newInputStream(channel);
            in.transferTo(out);
        }
        out.write(memory, 0, used);
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
        ByteBuffer bytes = ByteBuffer.wrap(memory, 0, used);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        used = 0;
    }

    @Override
    public void close() throws IOException {
        if (spill != null) {
            spill.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
