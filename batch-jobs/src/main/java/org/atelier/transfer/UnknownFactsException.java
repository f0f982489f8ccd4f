package org.atelier.transfer;

import java.io.IOException;

/** The server shows a file and leaves out its size or its time, without which nobody knows whether it changed. */
public final class UnknownFactsException extends IOException {

    /**
     * Says what happened.
     *
     * @param message what, where, and what to check; no secret
     */
    public UnknownFactsException(String message) {
        super(message);
    }
}
