package org.atelier.migrations;

import org.jspecify.annotations.Nullable;

/**
 * The schema could not be brought up to date. Nothing was changed: every update is one transaction. The message is for
 * people, says what to do, and holds no secret.
 */
public final class SchemaException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, for a program to decide on. */
    public enum Reason {
        /** Tables of our names exist that we did not make, and adoption was not asked for. */
        FOREIGN_TABLES,
        /** Adoption is not possible: the schema {@code ancien} holds such a table already. */
        CANNOT_ADOPT,
        /** A newer release changed the schema. */
        NEWER,
        /** Another process held the lock longer than we wait. */
        LOCKED,
        /** The connection is in the middle of a transaction, or its schema does not exist. */
        UNUSABLE_CONNECTION,
        /** The server refused or was lost; see the cause. */
        FAILED
    }

    private final Reason reason;

    SchemaException(Reason reason, String message) {
        this(reason, message, null);
    }

    SchemaException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why, for a program to decide on. */
    public Reason reason() {
        return reason;
    }
}
