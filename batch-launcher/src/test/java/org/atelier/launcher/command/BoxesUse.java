package org.atelier.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** The command line of a plant whose measuring boxes upload into a folder of this machine. */
final class BoxesUse implements AutoCloseable {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-02-01T00:00:00Z"));

    final LogsUse plant;
    final Path data;

    BoxesUse(Path directory) {
        this.data = directory.resolve("boxes");
        this.plant = new LogsUse(directory).set("ATELIER_MEASUREMENTS_DATA_FOLDER", data.toString());
    }

    /** A file of a mono box with a phase and a clamp; each row is a stamp and two values, parted by tabs. */
    Path upload(String folder, String name, String... rows) throws IOException {
        String serial = folder.substring(folder.lastIndexOf('/') + 1);
        return write(
                folder + "/" + name,
                serial + "\t" + serial + "\t" + serial + "\nMV_T302_V002\tPh 1 V\tVoie1 W\n" + String.join("\n", rows)
                        + "\n");
    }

    /** A file that nobody has touched for long. */
    Path write(String path, String content) throws IOException {
        Path file = data.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }

    CommandLineUse use(String... line) {
        return plant.use(line);
    }

    @Override
    public void close() {
        plant.close();
    }
}
