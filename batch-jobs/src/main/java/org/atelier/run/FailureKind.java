package org.atelier.run;

import java.util.Locale;

/** Kinds of failures, so that people are told of the same one once. Column {@code failure_kind}. */
public enum FailureKind {
    /** The configuration does not fit, or a login is refused. */
    CONFIGURATION(RunEnding.CONFIGURATION),
    /** What was asked for by name is not there. */
    NOT_FOUND(RunEnding.NOT_FOUND),
    /** A server could not be reached. */
    UNREACHABLE(RunEnding.UNREACHABLE),
    /** More was rejected than the limits allow. */
    REJECT_LIMIT(RunEnding.WITH_ERRORS),
    /** What was about to be done looked like an accident. */
    GUARD(RunEnding.WITH_ERRORS),
    /** A disk is full, or cannot be written. */
    DISK(RunEnding.FAILED),
    /** The database was gone. */
    DATABASE(RunEnding.UNREACHABLE),
    /** Done, but some files or rows failed. */
    WITH_ERRORS(RunEnding.WITH_ERRORS),
    /** Done, but some of what was loaded needs a look. */
    GATE(RunEnding.WITH_ERRORS),
    /** The process died. */
    DIED(RunEnding.FAILED),
    /** The run was left amid work that hung. */
    HUNG(RunEnding.FAILED),
    /** Anything else. */
    UNEXPECTED(RunEnding.FAILED);

    private final RunEnding ending;

    FailureKind(RunEnding ending) {
        this.ending = ending;
    }

    /** How a run ends that fails so. */
    public RunEnding ending() {
        return ending;
    }

    /** What the column holds. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
