package org.atelier.measurements.find;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Files below a folder of this machine that another process has open, as far as the kernel shows it: on Linux, and of
 * processes that this user may look at. Where it cannot be told, no file is open.
 */
public final class OpenFiles {

    private static final Path PROCESSES = Path.of("/proc");

    private OpenFiles() {}

    /**
     * Looks now.
     *
     * @param folder absolute; links in it are resolved
     * @return their real paths
     */
    public static Set<Path> elsewhere(Path folder) {
        Set<Path> open = new HashSet<>();
        String self = String.valueOf(ProcessHandle.current().pid());
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            Path real = folder.toRealPath();
            for (Path process : processes) {
                if (!process.getFileName().toString().equals(self)) {
                    addOpen(process.resolve("fd"), real, open);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return open;
        }
        return open;
    }

    /**
     * The path below a folder, with {@code /} between names.
     *
     * @param open one of what {@link #elsewhere} found in it
     */
    public static String below(Path folder, Path open) {
        try {
            return folder.toRealPath().relativize(open).toString().replace(File.separatorChar, '/');
        } catch (IOException e) {
            return "";
        }
    }

    private static void addOpen(Path descriptors, Path folder, Set<Path> open) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                addTarget(link, folder, open);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It ended, or is another user's.
            return;
        }
    }

    private static void addTarget(Path link, Path folder, Set<Path> open) {
        try {
            Path target = Files.readSymbolicLink(link);
            if (target.startsWith(folder)) {
                open.add(target);
            }
        } catch (IOException e) {
            // Closed meanwhile.
            return;
        }
    }
}
