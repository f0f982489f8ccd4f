package org.atelier.machinelogs.explain;

/** There is nothing to explain; the message says why. */
public final class UnexplainedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexplainedException(String message) {
        super(message);
    }
}
