package org.atelier.transfer;

import java.io.IOException;

/** There is no such file on the server. */
public final class MissingFileException extends IOException {

    /**
     * Says what happened.
     *
     * @param message what, where, and what to check; no secret
     */
    public MissingFileException(String message) {
        super(message);
    }
}
