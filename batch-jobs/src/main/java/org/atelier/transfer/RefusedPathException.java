package org.atelier.transfer;

import java.io.IOException;

/** A path that is never sent to a server: it leaves the tree, or would end a command. */
public final class RefusedPathException extends IOException {

    /**
     * Says what happened.
     *
     * @param message what, where, and what to check; no secret
     */
    public RefusedPathException(String message) {
        super(message);
    }
}
