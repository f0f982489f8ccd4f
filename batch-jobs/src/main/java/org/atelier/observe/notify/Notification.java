package org.atelier.observe.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification as it is sent. Holds no secret and no personal data.
 *
 * @param id the same for every attempt, so that a receiver may drop what it has; 0 for a test
 * @param kind of what
 * @param job it is about; null for a centre
 * @param centre it is about; null for a job
 * @param run it is about; null for none
 * @param title one line
 * @param body what happened, and why
 * @param next the command to type next; null for none
 * @param since when it was first seen
 * @param made when it was written down
 */
public record Notification(
        long id,
        NotificationKind kind,
        @Nullable String job,
        @Nullable String centre,
        @Nullable Long run,
        String title,
        String body,
        @Nullable String next,
        Instant since,
        Instant made) {

    /** One that says that it is a test. */
    public static Notification test(Instant now) {
        return new Notification(
                0,
                NotificationKind.TEST,
                null,
                null,
                null,
                "A test by atelier",
                "If you read this, notifications arrive.",
                null,
                now,
                now);
    }

    /** The body, and what to do. */
    String bodyWithNext() {
        return next == null ? body : body + "\nNext: " + next;
    }
}
