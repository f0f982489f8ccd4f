package org.atelier.transfer;

import org.atelier.run.FailureKind;

/**
 * The server answers, and cannot be trusted: its certificate or its TLS was refused. Trying again does not help;
 * nothing was sent to it.
 */
public final class UntrustedServerException extends UnreachableException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what happened and keeps the cause.
     *
     * @param message what, where, and what to check; no secret
     * @param cause what the handshake said
     */
    public UntrustedServerException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.CONFIGURATION;
    }
}
