package org.atelier.run;

/** The database was gone, before a run began and for longer than its patience; nothing was done. Exit code 7. */
public final class DatabaseGoneException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what it last said; no secret */
    public DatabaseGoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
