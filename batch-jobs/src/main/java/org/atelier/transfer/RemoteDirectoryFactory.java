package org.atelier.transfer;

import java.io.IOException;

/**
 * Opens the trees of one kind of URL. Found by {@link java.util.ServiceLoader}: a new kind is one new file.
 * Thread-safe.
 */
public interface RemoteDirectoryFactory {

    /**
     * Names the kind of URL.
     *
     * @return a scheme in lower case, such as {@code ftp}
     */
    String scheme();

    /**
     * Connects and logs in.
     *
     * @param source a source of this scheme
     * @return the connected tree
     * @throws LoginRefusedException if the server refuses the user
     * @throws UnreachableException if the server does not answer
     * @throws IOException if the connection cannot be set up
     */
    RemoteDirectory connect(RemoteSource source) throws IOException;
}
