package org.atelier.machinelogs.event;

import java.io.Serial;

/**
 * The details of an event do not say what the event needs; its line is a reject. Carries no stack trace: it is data.
 */
public final class BadDetailsException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param message what is missing or wrong, for people */
    public BadDetailsException(String message) {
        super(message, null, false, false);
    }
}
