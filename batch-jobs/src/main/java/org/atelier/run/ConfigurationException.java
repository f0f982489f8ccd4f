package org.atelier.run;

/** The configuration and what is there do not fit together; the message says what to change. Exit code 3. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, where, and what to do; no secret */
    public ConfigurationException(String message) {
        super(message);
    }
}
