package org.atelier.launcher.config;

/**
 * Where a value was found.
 *
 * @param where for people, such as {@code atelier.yaml:12}
 * @param rank which of two values of different origin wins: the higher one
 */
record Origin(String where, Rank rank) {

    /** From the weakest to the strongest. */
    enum Rank {
        DEFAULT,
        FILE,
        PLAIN_NAME,
        ENVIRONMENT
    }
}
