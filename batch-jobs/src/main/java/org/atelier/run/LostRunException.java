package org.atelier.run;

/** A run has lost its lock: its transaction was rolled back. */
public final class LostRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LostRunException(String message) {
        super(message);
    }
}
