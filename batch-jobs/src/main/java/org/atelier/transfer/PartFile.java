package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A download under way: {@code <hash of source and path>.part} and, beside it, what was known of the file when it
 * began. Held by one download at a time; a second one of the same file at the same moment works in a file of its own,
 * which cannot be resumed.
 */
final class PartFile implements AutoCloseable {
    /** Bytes between two fsyncs: what a power cut may cost. */
    private static final long CHECKPOINT = 8L << 20;

    /** Those that downloads of this process hold. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final PartNote note;
    private final FileChannel channel;
    private final boolean resumable;
    private boolean done;

    private PartFile(Path path, FileChannel channel, boolean resumable) {
        this.path = path;
        this.note = new PartNote(Path.of(path + ".note"));
        this.channel = channel;
        this.resumable = resumable;
    }

    static PartFile claim(Path incoming, String label, String file) throws IOException {
        byte[] key = ContentHash.sha256().digest((label + "\n" + file).getBytes(UTF_8));
        Path shared = incoming.toRealPath().resolve(HexFormat.of().formatHex(key) + ".part");
        PartFile held = lock(shared);
        if (held != null) {
            return held;
        }
        Path own = incoming.resolve(UUID.randomUUID() + ".part");
        return new PartFile(own, opened(own), false);
    }

    private static @Nullable PartFile lock(Path shared) throws IOException {
        // Asked before it is opened: to close any channel of a file gives up this process's lock on it.
        if (!HELD.add(shared)) {
            return null;
        }
        boolean held = false;
        FileChannel channel = null;
        try {
            channel = opened(shared);
            FileLock lock = channel.tryLock();
            // Whoever held it before may have finished and deleted the name we opened: do not share the next one's.
            held = lock != null && Files.exists(shared) && Files.size(shared) == channel.size();
            return held ? new PartFile(shared, channel, true) : null;
        } finally {
            if (!held) {
                letGo(shared, channel);
            }
        }
    }

    private static void letGo(Path shared, @Nullable FileChannel channel) throws IOException {
        try (channel) {
            // In this order: a next download must not open the file before this one has closed it.
        } finally {
            HELD.remove(shared);
        }
    }

    private static FileChannel opened(Path file) throws IOException {
        return OwnDiskException.on(
                parent(file),
                () -> FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /**
     * The bytes from the start; read through the open file, whatever has become of its name. Closing it does nothing.
     */
    InputStream content() throws IOException {
        channel.position(0);
        return new FilterInputStream(Channels.newInputStream(channel)) {
            @Override
            public void close() {
                // The channel holds the lock.
            }
        };
    }

    /** Takes the bytes up to the size in {@code facts}, from where an earlier download of the same file was cut. */
    void download(RemoteDirectory directory, String file, RemoteFacts facts) throws IOException {
        long start = Math.min(note.usable(facts), channel.size());
        OwnDiskException.on(parent(path), () -> {
            channel.truncate(start).position(start);
            return note.write(facts, start);
        });
        if (start < facts.size()) {
            try (InputStream in = directory.open(file, start)) {
                copy(in, file, facts, start);
            }
        }
    }

    private void copy(InputStream in, String file, RemoteFacts facts, long start) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long position = start;
        long safe = start;
        try {
            while (position < facts.size()) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, facts.size() - position));
                if (count < 0) {
                    throw new EOFException("the server gave " + position + " bytes of " + RemotePath.shown(file)
                            + " and had said " + facts.size());
                }
                write(ByteBuffer.wrap(buffer, 0, count));
                position += count;
                if (position - safe >= CHECKPOINT) {
                    safe = checkpoint(facts, position);
                }
            }
            // Up to its end, unless the file has grown: so the server says that it sent all, and the session lasts.
            in.read();
        } catch (IOException e) {
            checkpoint(facts, position);
            throw e;
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            OwnDiskException.on(parent(path), () -> channel.write(bytes));
        }
    }

    private long checkpoint(RemoteFacts facts, long position) throws IOException {
        return OwnDiskException.on(parent(path), () -> {
            channel.force(true);
            return note.write(facts, position);
        });
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    /** The content is kept elsewhere: nothing to resume. */
    void done() {
        done = true;
    }

    @Override
    public void close() throws IOException {
        try {
            if (done || !resumable) {
                // While the lock is held, so that nobody deletes what another one has begun.
                note.delete();
                Files.deleteIfExists(path);
            }
        } finally {
            letGo(path, channel);
        }
    }
}
