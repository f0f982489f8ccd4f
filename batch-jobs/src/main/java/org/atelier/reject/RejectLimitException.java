package org.atelier.reject;

import org.atelier.run.FailureKind;
import org.atelier.run.KnownFailure;

/** More was rejected than the limits allow; the run stops there and can go on with higher ones. Exit code 8. */
public final class RejectLimitException extends RuntimeException implements KnownFailure {

    private static final long serialVersionUID = 1L;

    private final String figures;

    /**
     * @param figures how many of how many, and the limit
     * @param last the path of the file that was read last; empty for what must not be named in the record of runs
     */
    public RejectLimitException(String figures, String last) {
        super(last.isEmpty() ? figures : figures + "; the last file read was " + last);
        this.figures = figures;
    }

    /** How many of how many, and the limit; names no order. */
    @Override
    public String shareable() {
        return figures;
    }

    @Override
    public FailureKind kind() {
        return FailureKind.REJECT_LIMIT;
    }
}
