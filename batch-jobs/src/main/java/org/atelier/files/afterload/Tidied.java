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
public record Tidied(
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

    static Tidied archived(String target) {
        return new Tidied(Fate.ARCHIVED, target, null);
    }

    static Tidied deleted() {
        return new Tidied(Fate.DELETED, null, null);
    }

    static Tidied gone() {
        return new Tidied(Fate.GONE, null, null);
    }

    static Tidied stays(String cause) {
        return new Tidied(Fate.STAYS, null, cause);
    }
}
