package org.atelier.transfer;

import java.io.IOException;

/** The landing area does not hold this content (any more): a rebuild that needs it fails, it never builds from less. */
public final class LandingMissingException extends IOException {

    /**
     * Says what happened.
     *
     * @param message what, where, and what to check; no secret
     */
    public LandingMissingException(String message) {
        super(message);
    }
}
