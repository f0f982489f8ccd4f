package org.atelier.run;

/** What the run was about to do looks like an accident, so it stopped before it wrote. Exit code 8. */
public final class GuardException extends RuntimeException implements KnownFailure {

    private static final long serialVersionUID = 1L;

    private final transient NextStep next;

    /**
     * Says what was refused.
     *
     * @param message what, in figures
     * @param next what to do, and how to go on all the same
     */
    public GuardException(String message, NextStep next) {
        super(message);
        this.next = next;
    }

    @Override
    public NextStep next() {
        return next;
    }

    @Override
    public FailureKind kind() {
        return FailureKind.GUARD;
    }
}
