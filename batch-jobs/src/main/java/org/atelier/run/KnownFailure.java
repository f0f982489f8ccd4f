package org.atelier.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An exception that says itself what kind of failure it is; its message is in words for people, without a secret. */
public interface KnownFailure {

    /** By which failures are alike; says how the run ends, too. */
    FailureKind kind();

    /** The cause in words for people. */
    @Nullable String getMessage();

    /** What to do, where it knows better than its kind; null where not. */
    default @Nullable NextStep next() {
        return null;
    }

    /** The cause in words that may leave the plant: no order, no line, nothing of a file. */
    default String shareable() {
        return Objects.requireNonNullElse(getMessage(), getClass().getSimpleName());
    }

    /** Whether the same again may go well. */
    default boolean isPassing() {
        return false;
    }
}
