package org.atelier.run;

/** A run has lost its lock: its transaction was rolled back. */
final class LostRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostRunException(String message) {
        super(message);
    }
}
