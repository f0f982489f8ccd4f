package org.atelier.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes a compressed copy so that after a power cut it is whole or not there. */
final class CompressedCopy {
    private static final int BUFFER = 1 << 16;

    private final Path scratch;
    private final Path root;

    /** Temporary files go to {@code scratch}, on the volume of {@code root}, because a rename is atomic only there. */
    CompressedCopy(Path scratch, Path root) {
        this.scratch = scratch;
        this.root = root;
    }

    /** Returns the target. */
    Path write(InputStream source, Path target) throws IOException {
        Path directory = root.resolve(root.relativize(target).getName(0));
        Path temporary = scratch.resolve(UUID.randomUUID() + ".gz");
        try {
            compress(source, temporary);
            Files.createDirectories(directory);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            sync(directory);
            sync(root);
            return target;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void compress(InputStream source, Path target) throws IOException {
        try (var file = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var gzip = new FastGzip(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
            source.transferTo(gzip);
            gzip.finish();
            gzip.flush();
            file.force(true);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The fastest level: logs shrink to a tenth with it, and a better one costs more time than it saves disk. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
