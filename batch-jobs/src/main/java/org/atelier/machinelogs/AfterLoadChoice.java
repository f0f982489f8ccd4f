package org.atelier.machinelogs;

/** The words of {@code atelier.machine-logs.after-load}. */
enum AfterLoadChoice {
    KEEP,
    ARCHIVE,
    DELETE
}
