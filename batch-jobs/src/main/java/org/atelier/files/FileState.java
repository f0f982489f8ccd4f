package org.atelier.files;

import java.util.Locale;

/** The life of a file in the ledger; column {@code etat} of {@code fichier_source} holds the name in lower case. */
public enum FileState {
    /** Known, not loaded yet, or only in part: a range left days of it to the next run. */
    SEEN,
    /** Loaded: all it gives is where it belongs. */
    LOADED,
    /** Equal to, or the beginning of, another file of its group: it adds nothing. */
    DUPLICATE,
    /** The last attempt to load it failed; it is tried again. */
    FAILED,
    /** Failed so often, unchanged, that it is left alone until it changes or is released. */
    QUARANTINED;

    /** The value in the database. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a database value. */
    public static FileState of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
