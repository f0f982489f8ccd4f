package org.atelier.run;

/** What came in and what came out of a run differ: something was lost or made up. The run fails. */
public final class BalanceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message the two sides, in figures */
    public BalanceException(String message) {
        super(message);
    }
}
