package org.atelier.files.afterload;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file on its server.
 *
 * @param fate in one word
 * @param archivedAs its path in the archive; null unless it was archived
 * @param cause why it stays, for people; null unless it does
 */
public record CleanupOutcome(
        Fate fate, @Nullable String archivedAs, @Nullable String cause) {

    /** Column {@code etat} of {@code plan_suite} holds the name in lower case. */
    public enum Fate {
        /** It was renamed into the archive. */
        ARCHIVED,
        /** It was deleted. */
        DELETED,
        /** It was not there any more. */
        GONE,
        /** It was left alone. */
        STAYS;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** It was renamed to that path. */
    public static CleanupOutcome archived(String target) {
        return new CleanupOutcome(Fate.ARCHIVED, target, null);
    }

    /** It was deleted. */
    public static CleanupOutcome deleted() {
        return new CleanupOutcome(Fate.DELETED, null, null);
    }

    /** It was not there any more. */
    public static CleanupOutcome gone() {
        return new CleanupOutcome(Fate.GONE, null, null);
    }

    /** It was left alone, for that reason. */
    public static CleanupOutcome stays(String cause) {
        return new CleanupOutcome(Fate.STAYS, null, cause);
    }
}
