package org.atelier.launcher.config;

/** The words of {@code atelier.machine-logs.after-load}. */
enum AfterLoadChoice {
    KEEP,
    ARCHIVE,
    DELETE
}
