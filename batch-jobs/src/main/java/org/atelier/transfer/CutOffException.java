package org.atelier.transfer;

/** A connection to a source broke while it was in use. The same again, from its beginning, may go well. */
public final class CutOffException extends UnreachableException {

    /**
     * Says what happened and keeps the cause.
     *
     * @param message what, and where; no secret
     * @param cause what the connection said
     */
    public CutOffException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isPassing() {
        return true;
    }
}
