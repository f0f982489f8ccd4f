package org.atelier.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do. None includes another. */
public enum Role {
    /** Reads what the pipelines load. */
    READER,
    /** Reads the history of runs and rejects, asks for work. */
    OPERATOR,
    /** Keeps accounts, writes. */
    ADMIN,
    /** Sends the catalogue of channels. */
    INGEST;

    /** As tables, tokens and people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word; empty when there is none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
