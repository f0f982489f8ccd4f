package org.atelier.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One name in a remote directory, as the listing tells it.
 *
 * @param name the name alone, as the server writes it; data, never a path on this machine. With a fault it is for
 *     people only, bytes that cannot be read as {@code \xe8}, and cannot be asked for
 * @param kind what it is; links are not followed
 * @param size bytes of a file, -1 where the listing does not tell
 * @param modified last modification, UTC, in whole seconds; null where the listing does not tell (ask
 *     {@link RemoteDirectory#facts})
 * @param fault why nothing of this name can be had, for people, without a secret; null when it can be asked for
 */
public record RemoteEntry(
        String name,
        Kind kind,
        long size,
        @Nullable Instant modified,
        @Nullable String fault) {

    /** An entry that can be asked for. */
    public RemoteEntry(String name, Kind kind, long size, @Nullable Instant modified) {
        this(name, kind, size, modified, null);
    }

    /** What a name stands for. */
    public enum Kind {
        /** A regular file. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A symbolic link, whatever it points to. */
        LINK,
        /** A device, a socket, or what the server does not say. */
        OTHER
    }
}
