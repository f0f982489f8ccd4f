package org.atelier.settings;

/**
 * Where a value was found.
 *
 * @param where for people, such as {@code atelier.yaml:12}
 * @param rank which of two values of different origin wins: the higher one
 */
public record Origin(String where, Rank rank) {

    /** From the weakest to the strongest. */
    public enum Rank {
        DEFAULT,
        FILE,
        PLAIN_NAME,
        ENVIRONMENT
    }
}
