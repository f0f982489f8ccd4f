package org.atelier.transfer;

import java.io.IOException;
import org.atelier.run.FailureKind;
import org.atelier.run.KnownFailure;

/** The server does not answer, or not any more: no connection, a time-out, a failed handshake, a refused login. */
public class UnreachableException extends IOException implements KnownFailure {

    /**
     * Says what happened.
     *
     * @param message what, where, and what to check; no secret
     */
    public UnreachableException(String message) {
        super(message);
    }

    /**
     * Says what happened and keeps the cause.
     *
     * @param message what, where, and what to check; no secret
     * @param cause what the connection said
     */
    public UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.UNREACHABLE;
    }
}
