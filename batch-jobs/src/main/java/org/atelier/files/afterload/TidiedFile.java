package org.atelier.files.afterload;

/**
 * A file, and what became of it on its server.
 *
 * @param file the file
 * @param tidied what became of it
 */
public record TidiedFile(TidyFile file, Tidied tidied) {}
