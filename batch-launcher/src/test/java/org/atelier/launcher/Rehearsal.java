package org.atelier.launcher;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.atelier.fixtures.host.FileTree;
import org.atelier.fixtures.postgres.TestDatabase;

/**
 * What Java keeps of the classes that a run loads, made once for the jars that were built, so that each program which a
 * test starts takes a quarter less of the processor. Where it cannot be made, or does not fit, they start as ever.
 */
final class Rehearsal {

    private static final List<String> OPTIONS = find();

    private Rehearsal() {}

    /** Options of Java that start from it; as in the script, nothing is said where it does not fit. */
    static List<String> options() {
        return OPTIONS;
    }

    private static List<String> find() {
        Path directory = ForkedProcess.root().resolve("batch-launcher/target/rehearsal");
        Path archive = directory.resolve("classes-" + System.getProperty("java.version"));
        try {
            Files.createDirectories(directory);
            // JVMs of tests that begin together wait here for the first one.
            try (FileChannel lock = FileChannel.open(directory.resolve("lock"), CREATE, WRITE)) {
                lock.lock();
                if (!isCurrent(archive)) {
                    rehearse(directory, archive);
                }
            }
            return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:all=error:stderr");
        } catch (IOException e) {
            System.err.println("Programs start without a rehearsal, as " + e);
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static boolean isCurrent(Path archive) throws IOException {
        if (!Files.exists(archive)) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(archive);
        try (Stream<Path> jars = Files.list(ForkedProcess.lib())) {
            for (Path jar : jars.toList()) {
                if (Files.getLastModifiedTime(jar).compareTo(made) > 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A small run in a directory and with a database that are thrown away. */
    private static void rehearse(Path directory, Path archive) throws IOException, InterruptedException {
        Path trial = Files.createTempDirectory(directory, "trial");
        Path day = trial.resolve("logs/DEM1 (PVC)/20250528.LOG");
        Files.createDirectories(day.getParent());
        Files.writeString(day, "20250528 08:00:00|@StukUitgevoerd: first\n20250528 08:01:00|@MachineWait: 5 sec\n");
        try (TestDatabase database = ReadyDatabase.create()) {
            Path made = trial.resolve("classes");
            Map<String, String> environment = Map.of(
                    "ATELIER_DATABASE_URL", database.jdbcUrl(),
                    "ATELIER_DATABASE_USERNAME", database.username(),
                    "ATELIER_DATABASE_PASSWORD", database.password(),
                    "ATELIER_DATA_DIR", trial.resolve("data").toString(),
                    "ATELIER_MACHINE_LOGS_SOURCE", trial.resolve("logs").toUri().toString());
            List<String> java = List.of("-XX:+UseSerialGC", "-XX:ArchiveClassesAtExit=" + made);
            ForkedProcess.run(trial, environment, ForkedProcess.program(java, "run", "machine-logs"));
            if (Files.exists(made)) {
                Files.move(made, archive, REPLACE_EXISTING);
            }
        } finally {
            FileTree.delete(trial);
        }
    }
}
