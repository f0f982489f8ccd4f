package org.atelier.files.afterload;

/**
 * A file, and what became of it on its server.
 *
 * @param file the file
 * @param outcome what became of it
 */
public record CleanedFile(CleanupFile file, CleanupOutcome outcome) {}
