package org.atelier.settings;

import java.nio.file.Path;

/**
 * What relative paths in a value start from.
 *
 * @param base the configuration file's directory, or the working directory for the environment
 * @param home what {@code ~/} stands for
 */
public record ReadingContext(Path base, Path home) {

    /** For what is no path. */
    static final ReadingContext ROOT = new ReadingContext(Path.of("/"), Path.of("/"));

    /**
     * The absolute path that a text means.
     *
     * @throws java.nio.file.InvalidPathException when the text is no path
     */
    Path resolve(String text) {
        Path path = text.equals("~") ? home : text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
        return base.resolve(path).toAbsolutePath().normalize();
    }
}
