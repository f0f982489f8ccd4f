package org.atelier.transfer;

import java.io.IOException;

/** A copy in the landing area is not what its name says. */
public final class CorruptLandingException extends IOException {

    /**
     * Says what happened.
     *
     * @param message what, where, and what to check; no secret
     */
    public CorruptLandingException(String message) {
        super(message);
    }

    /**
     * Says what happened and keeps the cause.
     *
     * @param message what, where, and what to check; no secret
     * @param cause what the connection said
     */
    public CorruptLandingException(String message, Throwable cause) {
        super(message, cause);
    }
}
