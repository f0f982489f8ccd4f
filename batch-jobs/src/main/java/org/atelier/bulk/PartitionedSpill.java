package org.atelier.bulk;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sorts bytes into partitions that are read back one by one, so that of any amount of rows only one partition need be
 * in memory: the first half of what databases call a hash join. A partition keeps its last block in memory, the others
 * go to one temporary file, which is deleted as soon as it is open where the system allows it, and at {@link #close()}
 * at the latest.
 *
 * <p>Filled by one thread; read by any, once nothing more is added.
 */
public final class PartitionedSpill implements Closeable {

    private static final int BLOCK = 1 << 14;

    private final Path directory;
    private final Partition[] partitions;
    private @Nullable Path path;
    private @Nullable FileChannel file;
    private int written;

    /** What is known of a partition. */
    private static final class Partition {

        private byte[] block = {};
        private int used;
        private int[] inFile = {};
        private int count;

        void noteWritten(int block) {
            if (count == inFile.length) {
                inFile = Arrays.copyOf(inFile, Math.max(8, count * 2));
            }
            inFile[count++] = block;
        }

        long size() {
            return (long) count * BLOCK + used;
        }
    }

    /**
     * @param directory where the file is made when it is needed
     * @param partitions how many there are, at least 1
     */
    public PartitionedSpill(Path directory, int partitions) {
        this.directory = directory;
        this.partitions = new Partition[partitions];
        Arrays.setAll(this.partitions, i -> new Partition());
    }

    /**
     * Adds the first bytes of an array to the end of a partition.
     *
     * @throws IOException when they cannot be written
     */
    public void add(int partition, byte[] bytes, int length) throws IOException {
        Partition to = partitions[partition];
        int from = 0;
        while (from < length) {
            if (to.used == to.block.length) {
                makeRoom(to);
            }
            int some = Math.min(length - from, BLOCK - to.used);
            System.arraycopy(bytes, from, to.block, to.used, some);
            to.used += some;
            from += some;
        }
    }

    private void makeRoom(Partition to) throws IOException {
        if (to.used == 0) {
            to.block = new byte[BLOCK];
            return;
        }
        FileChannel out = file == null ? open() : file;
        ByteBuffer block = ByteBuffer.wrap(to.block);
        long position = (long) written * BLOCK;
        while (block.hasRemaining()) {
            position += out.write(block, position);
        }
        to.noteWritten(written++);
        to.used = 0;
    }

    private FileChannel open() throws IOException {
        path = Files.createTempFile(directory, "atelier-rows-", ".tmp");
        FileChannel opened = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        file = opened;
        return opened;
    }

    /**
     * All bytes of a partition, in the order they came.
     *
     * @throws IOException when they cannot be read, or are more than an array holds
     */
    public byte[] bytes(int partition) throws IOException {
        Partition from = partitions[partition];
        if (from.size() > Integer.MAX_VALUE - 8) {
            throw new IOException("One partition holds " + from.size() + " bytes, which are too many for memory");
        }
        byte[] bytes = new byte[(int) from.size()];
        for (int i = 0; i < from.count; i++) {
            read(ByteBuffer.wrap(bytes, i * BLOCK, BLOCK), (long) from.inFile[i] * BLOCK);
        }
        System.arraycopy(from.block, 0, bytes, from.count * BLOCK, from.used);
        return bytes;
    }

    private void read(ByteBuffer block, long from) throws IOException {
        FileChannel in = file;
        long position = from;
        while (block.hasRemaining()) {
            int some = in == null ? -1 : in.read(block, position);
            if (some < 0) {
                throw new EOFException("A temporary file ends too early");
            }
            position += some;
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
