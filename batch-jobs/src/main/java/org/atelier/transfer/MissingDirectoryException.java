package org.atelier.transfer;

import java.io.IOException;

/** There is no such directory, or the server does not let us in: FTP does not tell which. */
public final class MissingDirectoryException extends IOException {

    /**
     * Says what happened.
     *
     * @param message what, where, and what to check; no secret
     */
    public MissingDirectoryException(String message) {
        super(message);
    }
}
