package org.atelier.run;

import java.util.Locale;

/** Kinds of failures, so that people are told of the same one once. Column {@code failure_kind}. */
public enum FailureKind {
    /** The configuration does not fit, or a login is refused. */
    CONFIGURATION,
    /** What was asked for by name is not there. */
    NOT_FOUND,
    /** A server could not be reached. */
    UNREACHABLE,
    /** More was rejected than the limits allow. */
    REJECT_LIMIT,
    /** What was about to be done looked like an accident. */
    GUARD,
    /** A disk is full, or cannot be written. */
    DISK,
    /** The database was gone. */
    DATABASE,
    /** Done, but some files or rows failed. */
    WITH_ERRORS,
    /** Done, but some of what was loaded needs a look. */
    GATE,
    /** The process died. */
    DIED,
    /** The run was left amid work that hung. */
    HUNG,
    /** Anything else. */
    UNEXPECTED;

    /** What the column holds. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
