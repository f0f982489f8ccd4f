package org.atelier.transfer;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The landing area: every file version ever taken, under the SHA-256 of its bytes, compressed. Days are built from
 * here, and can be built again with the server gone.
 *
 * <p>Thread-safe, also for several processes on a shared volume: content appears by an atomic rename, whole and on disk
 * (fsync of file and directory), or not at all. No name from a server is ever a path here: contents lie in
 * {@code ab/cdef....gz}, downloads under way in {@code incoming/}.
 */
public final class LandingArea implements Contents {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final Path incoming;

    /**
     * Takes a directory as landing area and makes it if it is not there.
     *
     * @param root the directory, used by nothing else
     * @throws UncheckedIOException if it cannot be made
     */
    public LandingArea(Path root) {
        this.root = root.toAbsolutePath();
        this.incoming = this.root.resolve("incoming");
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the landing area " + root, e);
        }
    }

    /**
     * Takes the first N bytes of a remote file, N being its size asked just before. After a failure the same call goes
     * on where the last one was cut, if the file's time is unchanged and it has not shrunk. Content that is there
     * already, and sound, is not written again.
     *
     * @param directory where from
     * @param path the file
     * @param clock our clock, for the time of the download
     * @return what was taken
     * @throws MissingFileException if there is no such file
     * @throws OwnDiskException if our own disk cannot be written
     * @throws IOException if the server cannot be asked, or gives fewer bytes than it said
     */
    public LandedFile land(RemoteDirectory directory, String path, Clock clock) throws IOException {
        try (Landing landing = take(directory, path, clock)) {
            return landing.file();
        }
    }

    /**
     * Takes a remote file as {@link #land} does, and still holds what came, for who reads it at once: that spares
     * uncompressing it.
     *
     * @return to be closed by the caller
     */
    public Landing take(RemoteDirectory directory, String path, Clock clock) throws IOException {
        RemoteFacts facts = directory.facts(path);
        PartFile part = PartFile.claim(incoming, directory.label(), RemotePath.file(path));
        try {
            part.download(directory, path, facts);
            ContentHash.Of content = ContentHash.of(part.content());
            keep(part, content.sha256());
            part.done();
            return new Landing(
                    part,
                    new LandedFile(content.sha256(), facts.size(), facts.modified(), clock.instant(), content.head()));
        } catch (IOException | RuntimeException | Error e) {
            try (part) {
                throw e;
            }
        }
    }

    private void keep(PartFile part, String sha256) throws IOException {
        Path target = place(sha256);
        if (Files.exists(target)) {
            try {
                verify(sha256);
                return;
            } catch (CorruptLandingException e) {
                // The archive rotted and we hold the content: the copy below heals it.
            }
        }
        OwnDiskException.on(root, () -> new CompressedCopy(incoming, root).write(part.content(), target));
    }

    /**
     * Tells whether a content is there.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @return whether it can be opened
     */
    public boolean contains(String sha256) {
        return Files.isRegularFile(place(sha256));
    }

    /**
     * Reads a content, uncompressed. A copy that rotted ends in an {@link IOException}, at its end at the latest.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @return its bytes; not buffered further
     * @throws LandingMissingException if it is not there
     * @throws IOException if the disk fails
     */
    @Override
    public InputStream open(String sha256) throws IOException {
        InputStream compressed = compressed(sha256);
        try {
            return new GZIPInputStream(compressed, 1 << 16);
        } catch (IOException e) {
            try (compressed) {
                throw new CorruptLandingException("the landing copy " + sha256 + " is damaged", e);
            }
        }
    }

    /**
     * Gives the size of a content.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @return its bytes, uncompressed
     * @throws LandingMissingException if it is not there
     * @throws IOException if the disk fails
     */
    public long size(String sha256) throws IOException {
        try (InputStream in = open(sha256)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /**
     * Hashes a content again.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @throws LandingMissingException if it is not there
     * @throws CorruptLandingException if it is not what it was
     * @throws IOException if the disk fails
     */
    public void verify(String sha256) throws IOException {
        String actual;
        try (InputStream in = open(sha256)) {
            actual = ContentHash.of(in).sha256();
        } catch (ZipException | EOFException e) {
            throw new CorruptLandingException("the landing copy " + sha256 + " is damaged", e);
        }
        if (!actual.equals(sha256)) {
            throw new CorruptLandingException("the landing copy " + sha256 + " has become " + actual);
        }
    }

    /**
     * Removes a content.
     *
     * @return the bytes it took on disk; 0 when it was not there
     */
    public long remove(String sha256) throws IOException {
        Path copy = place(sha256);
        long bytes = Files.exists(copy) ? Files.size(copy) : 0;
        return Files.deleteIfExists(copy) ? bytes : 0;
    }

    /** The SHA-256 of every content that was written before that time. */
    public List<String> writtenBefore(Instant time) throws IOException {
        try (Stream<Path> files = Files.find(
                root,
                2,
                (path, facts) -> facts.isRegularFile()
                        && facts.lastModifiedTime().toInstant().isBefore(time))) {
            return files.map(path -> root.relativize(path)
                            .toString()
                            .replace(File.separator, "")
                            .replaceFirst("\\.gz$", ""))
                    .filter(name -> SHA256.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /** What downloads that were never finished, and work that was killed, left before that time. */
    public List<Path> leftBefore(Instant time) throws IOException {
        try (Stream<Path> files = Files.find(
                incoming,
                1,
                (path, facts) -> facts.isRegularFile()
                        && facts.lastModifiedTime().toInstant().isBefore(time))) {
            return files.sorted().toList();
        }
    }

    private InputStream compressed(String sha256) throws IOException {
        try {
            return Files.newInputStream(place(sha256));
        } catch (NoSuchFileException e) {
            throw new LandingMissingException("the landing area " + root + " does not hold " + sha256);
        }
    }

    private Path place(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in 64 lower-case hexadecimal digits");
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2) + ".gz");
    }
}
