package org.atelier.reject;

/** More was rejected than the limits allow; the run stops there and can go on with higher ones. Exit code 8. */
public final class RejectLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String figures;

    /**
     * @param figures how many of how many, and the limit
     * @param last what was read last, in words for people of the plant
     */
    public RejectLimitException(String figures, String last) {
        super(figures + "; " + last);
        this.figures = figures;
    }

    /** How many of how many, and the limit; names no order. */
    public String figures() {
        return figures;
    }
}
