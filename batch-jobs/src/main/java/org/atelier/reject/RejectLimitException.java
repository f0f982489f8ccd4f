package org.atelier.reject;

/** More was rejected than the limits allow; the run stops there and can go on with higher ones. Exit code 8. */
public final class RejectLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message how many of how many, and the limit */
    public RejectLimitException(String message) {
        super(message);
    }
}
