package org.atelier.observe.notify;

import java.util.Locale;

/** What people may be told of. */
public enum NotificationKind {
    /** A run failed, or ended with files or rows that failed. */
    RUN_FAILED(Priority.HIGH, "rotating_light"),
    /** A run stopped because too much was rejected. */
    REJECT_LIMIT(Priority.HIGH, "no_entry"),
    /** Files failed so often that they are left alone. */
    FILE_QUARANTINED(Priority.DEFAULT, "warning"),
    /** A file is loaded, but failed the quality gate. */
    GATE_FAILED(Priority.DEFAULT, "mag"),
    /** A run holds its lock and does not get on. */
    RUN_STALLED(Priority.HIGH, "hourglass"),
    /** A run whose process died was taken over. */
    RUN_RECOVERED(Priority.DEFAULT, "arrows_counterclockwise"),
    /** What was wrong is over. */
    GOOD_AGAIN(Priority.DEFAULT, "white_check_mark"),
    /** A job had no good run for too long. */
    JOB_SILENT(Priority.HIGH, "mute"),
    /** A machining centre sent nothing for longer than it usually does. */
    CENTRE_SILENT(Priority.HIGH, "mute"),
    /** The sources of a job brought nothing for too long. */
    NO_DATA(Priority.HIGH, "mute"),
    /** Somebody tries whether notifications arrive; never in the outbox. */
    TEST(Priority.DEFAULT, "wave");

    private final Priority priority;
    private final String tag;

    NotificationKind(Priority priority, String tag) {
        this.priority = priority;
        this.tag = tag;
    }

    /** How loud it is. */
    enum Priority {
        /** Somebody should look. */
        HIGH(4),
        /** Good to know. */
        DEFAULT(3);

        private final int number;

        Priority(int number) {
            this.number = number;
        }

        /** As ntfy counts, 1 to 5. */
        int number() {
            return number;
        }
    }

    Priority priority() {
        return priority;
    }

    /** The emoji that ntfy shows. */
    String tag() {
        return tag;
    }

    /** What column and message hold. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NotificationKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
