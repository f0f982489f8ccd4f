package org.atelier.observe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The directory of a node exporter's textfile collector: one file a scope, there whole or not at all. One process
 * writes a scope's file at a time: it is the one that holds the scope's lock, or held it just now.
 */
final class Textfile {

    private final Path directory;

    Textfile(Path directory) {
        this.directory = directory;
    }

    void write(String scope, String metrics) throws IOException {
        String name = "atelier-" + scope.replaceAll("[^A-Za-z0-9_.-]", "_") + ".prom";
        // The collector reads *.prom alone.
        Path part = directory.resolve(name + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(part, metrics, StandardCharsets.UTF_8);
            Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
