package org.atelier.transfer;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A directory of this machine, or of a share mounted on it. */
final class FileDirectory implements RemoteDirectory {
    private final String label;
    private final LocalPaths paths;

    FileDirectory(RemoteSource source) {
        this.label = source.label();
        this.paths = new LocalPaths(source);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public RemoteListing look(String path) throws IOException {
        Path directory = paths.of(RemotePath.directory(path));
        var entries = new ArrayList<RemoteEntry>();
        try (var names = Files.newDirectoryStream(directory)) {
            for (Path name : names) {
                addTo(entries, name);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new MissingDirectoryException("no directory " + RemotePath.shown(path) + " in " + label);
        } catch (AccessDeniedException e) {
            throw new MissingDirectoryException(
                    "no right to list " + RemotePath.shown(path) + " in " + label + ": allow this user to read it");
        }
        return new RemoteListing(entries, null);
    }

    private void addTo(List<RemoteEntry> entries, Path file) {
        try {
            var facts = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant modified = facts.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
            entries.add(paths.entry(file, kind(facts), facts.size(), modified));
        } catch (NoSuchFileException e) {
            // It went between the listing and the question: a listing a moment later would not have it either.
        } catch (IOException e) {
            RemoteEntry nameless = paths.entry(file, RemoteEntry.Kind.OTHER, -1, null);
            String why = e instanceof AccessDeniedException ? "this user may not look at it" : e.getMessage();
            entries.add(
                    new RemoteEntry(nameless.name(), RemoteEntry.Kind.OTHER, -1, null, "its size and time: " + why));
        }
    }

    private static RemoteEntry.Kind kind(BasicFileAttributes facts) {
        if (facts.isSymbolicLink()) {
            return RemoteEntry.Kind.LINK;
        }
        if (facts.isDirectory()) {
            return RemoteEntry.Kind.DIRECTORY;
        }
        return facts.isRegularFile() ? RemoteEntry.Kind.FILE : RemoteEntry.Kind.OTHER;
    }

    @Override
    public RemoteFacts facts(String path) throws IOException {
        try {
            var facts = Files.readAttributes(paths.of(RemotePath.file(path)), BasicFileAttributes.class);
            if (facts.isRegularFile()) {
                return new RemoteFacts(facts.size(), facts.lastModifiedTime().toInstant());
            }
        } catch (NoSuchFileException e) {
            // Told below, like a directory of this name: neither is a file.
        }
        throw missing(path);
    }

    @Override
    public InputStream open(String path, long offset) throws IOException {
        facts(path);
        FileChannel channel = FileChannel.open(paths.of(path), StandardOpenOption.READ);
        return Channels.newInputStream(channel.position(offset));
    }

    @Override
    public void rename(String path, String target) throws IOException {
        facts(path);
        Path to = paths.of(RemotePath.target(target));
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target);
        }
        Path parent = to.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.move(paths.of(path), to);
    }

    @Override
    public void delete(String path) throws IOException {
        facts(path);
        Files.delete(paths.of(path));
    }

    @Override
    public void close() {
        // Nothing is held between calls.
    }

    private MissingFileException missing(String path) {
        return new MissingFileException("no file " + RemotePath.shown(path) + " in " + label);
    }

    /** Opens {@code file:///srv/logs}. A root that is no directory is unreachable, like a server that is down. */
    @AutoService(RemoteDirectoryFactory.class)
    public static final class Factory implements RemoteDirectoryFactory {

        @Override
        public String scheme() {
            return "file";
        }

        @Override
        public RemoteDirectory connect(RemoteSource source) throws IOException {
            if (!Files.isDirectory(new LocalPaths(source).of(""))) {
                throw new UnreachableException(
                        "no directory " + source.root() + " on this machine: check the path and whether it is mounted");
            }
            return new FileDirectory(source);
        }
    }
}
