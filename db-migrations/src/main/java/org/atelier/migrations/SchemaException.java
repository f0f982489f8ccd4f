package org.atelier.migrations;

import java.util.List;
import java.util.stream.Collectors;
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
        /** The database cannot hold our data, or the role may not change its schema; {@link #fix()} removes that. */
        OBSTACLE,
        /** The server refused or was lost; see the cause. */
        FAILED
    }

    private final Reason reason;

    private final @Nullable String fix;

    SchemaException(Reason reason, String message) {
        this(reason, message, List.of());
    }

    SchemaException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.fix = null;
    }

    SchemaException(List<Obstacle> obstacles) {
        this(Reason.OBSTACLE, obstacles.stream().map(Obstacle::what).collect(Collectors.joining("; ")), obstacles);
    }

    SchemaException(Reason reason, String message, List<Obstacle> obstacles) {
        super(message);
        this.reason = reason;
        this.fix = obstacles.isEmpty()
                ? null
                : obstacles.stream().map(Obstacle::fix).collect(Collectors.joining("; "));
    }

    /** What an administrator types to remove an obstacle; null for other reasons. */
    public @Nullable String fix() {
        return fix;
    }

    /** Why, for a program to decide on. */
    public Reason reason() {
        return reason;
    }
}
