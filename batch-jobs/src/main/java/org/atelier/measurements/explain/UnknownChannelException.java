package org.atelier.measurements.explain;

import java.util.List;

/** There is nothing to explain, or more than one thing; the message says which. */
public final class UnknownChannelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> candidates;

    UnknownChannelException(String message, List<String> candidates) {
        super(message);
        this.candidates = List.copyOf(candidates);
    }

    /** What may have been meant, with its day, as it is typed; empty when nothing comes near. */
    public List<String> candidates() {
        return candidates;
    }
}
