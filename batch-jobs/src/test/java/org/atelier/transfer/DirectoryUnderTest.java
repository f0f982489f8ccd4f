package org.atelier.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A tree of files and the source that serves it: {@code logs/} below the directory a server serves. */
abstract class DirectoryUnderTest {
    static final Instant NOON = Instant.parse("2025-05-28T10:00:00.750Z");

    /** What the server serves; the source's root is {@code logs} in it. */
    Path served;

    Path root;
    RemoteDirectory directory;

    /** Starts what serves the directory. */
    abstract RemoteSource serve(Path directory) throws Exception;

    /** The directory to be served. */
    Path served(Path temporary) throws IOException {
        return temporary.resolve("served");
    }

    @BeforeEach
    final void connect(@TempDir Path temporary) throws Exception {
        served = served(temporary);
        root = Files.createDirectories(served.resolve("logs"));
        directory = RemoteDirectories.connect(serve(served));
    }

    @AfterEach
    final void disconnect() throws IOException {
        directory.close();
    }

    final RemoteDirectory directory() {
        return directory;
    }

    final Path write(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolve("..").normalize());
        Files.write(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(NOON));
    }

    static byte[] bytes(int count) {
        byte[] content = new byte[count];
        new Random(7).nextBytes(content);
        return content;
    }

    final byte[] read(String path, long offset) throws IOException {
        try (InputStream in = directory.open(path, offset)) {
            return in.readAllBytes();
        }
    }

    /** Whether the server lists names that begin with a dot. */
    boolean showsHidden() {
        return true;
    }

    /** Whether the server tells a link from what it points to. */
    boolean knowsLinks() {
        return true;
    }

    /** What a path below the served directory is called on the server. */
    String absolute(String path) {
        return "/" + path;
    }
}
