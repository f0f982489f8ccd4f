package org.atelier.launcher.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most memory this process ever held, as the system counts it. */
final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String HIGH_WATER_MARK = "VmHWM:";

    private PeakMemory() {}

    /** In bytes; nothing where the system does not tell. */
    static OptionalLong bytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(HIGH_WATER_MARK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
