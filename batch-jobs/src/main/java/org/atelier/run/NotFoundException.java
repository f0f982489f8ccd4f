package org.atelier.run;

/** What a run was asked for by name is not there; the message says what is. Nothing was done. Exit code 4. */
public final class NotFoundException extends RuntimeException implements KnownFailure {

    private static final long serialVersionUID = 1L;

    /** @param message what is not there, and what is there instead; no secret */
    public NotFoundException(String message) {
        super(message);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.NOT_FOUND;
    }

    @Override
    public NextStep next() {
        return new NextStep.Just(NextStep.Plain.OTHER_FILE);
    }
}
