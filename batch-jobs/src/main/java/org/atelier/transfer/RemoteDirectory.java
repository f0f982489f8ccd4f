package org.atelier.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A tree of files on a server, over one connection. Not thread-safe: one thread, one stream open at a time.
 *
 * <p>Paths are relative to the root of the source, with {@code /} between names; {@code ""} is the root itself. A path
 * with an empty segment, {@code .}, {@code ..}, NUL, CR or LF is refused with {@link RefusedPathException} and never
 * sent.
 *
 * <p>Errors: {@link UnreachableException} when the server does not answer (any more); the next call connects again. No
 * call is repeated by itself.
 */
public interface RemoteDirectory extends Closeable {

    /**
     * Names the source, for people and as a key.
     *
     * @return {@link RemoteSource#label()} of the source
     */
    String label();

    /**
     * Looks into a directory, hidden names included if the server shows them, {@code .} and {@code ..} never, in no
     * particular order. What the server lists is all there, or the listing says that it may be short.
     *
     * @param path the directory, {@code ""} for the root
     * @return its entries; empty and not short only if the directory is there and empty
     * @throws MissingDirectoryException if there is no such directory, or the server does not let us in
     * @throws IOException if the server cannot be asked
     */
    RemoteListing look(String path) throws IOException;

    /**
     * Lists a directory whole.
     *
     * @param path the directory, {@code ""} for the root
     * @return its entries, as {@link #look} gives them
     * @throws MissingDirectoryException if there is no such directory, or the server does not let us in
     * @throws IOException if the server cannot be asked, or its listing may be short
     */
    default List<RemoteEntry> list(String path) throws IOException {
        return look(path).whole();
    }

    /**
     * Asks the server now for the size and the time of a file.
     *
     * @param path the file
     * @return its size and time
     * @throws MissingFileException if there is no such file
     * @throws UnknownFactsException if the server leaves one of them out
     * @throws IOException if the server cannot be asked
     */
    RemoteFacts facts(String path) throws IOException;

    /**
     * Reads a file from an offset on. Closing the stream early is fine; closing it after its end throws when the server
     * reports that the transfer failed.
     *
     * @param path the file
     * @param offset bytes to leave out at the start, at most the file's size
     * @return the bytes from there on; a file that grows meanwhile may give more than its size
     * @throws MissingFileException if there is no such file
     * @throws IOException if the server cannot be asked
     */
    InputStream open(String path, long offset) throws IOException;

    /**
     * Moves a file, making the parent directories of its target. Never replaces a file that the server shows.
     *
     * @param path the file
     * @param target its new path, relative to the root, or absolute on the server when it starts with {@code /}
     * @throws MissingFileException if there is no such file
     * @throws java.nio.file.FileAlreadyExistsException if the target is there
     * @throws IOException if the server refuses
     */
    void rename(String path, String target) throws IOException;

    /**
     * Deletes a file.
     *
     * @param path the file
     * @throws MissingFileException if there is no such file
     * @throws IOException if the server refuses
     */
    void delete(String path) throws IOException;
}
