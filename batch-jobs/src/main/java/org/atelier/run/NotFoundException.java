package org.atelier.run;

/** What a run was asked for by name is not there; the message says what is. Nothing was done. Exit code 4. */
public final class NotFoundException extends RuntimeException {

    /** What to do. */
    public static final String NEXT = "give the name of a file that is there, or leave --file out";

    private static final long serialVersionUID = 1L;

    /** @param message what is not there, and what is there instead; no secret */
    public NotFoundException(String message) {
        super(message);
    }
}
