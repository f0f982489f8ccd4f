package org.atelier.launcher.check;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.atelier.catalog.BatchJobs;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.retention.JobArchive;
import org.atelier.settings.Settings;
import org.atelier.settings.Surroundings;

/**
 * Whether the data directory can be written: with what lies in it already, for a run of another user may have left
 * directories behind. A file is made and deleted again where there is something to try it in; nothing stays.
 */
public final class DataDirectory {

    /** What to do about it. */
    static final String FIX = "set ATELIER_DATA_DIR to a directory that this user may write, or make this one so";

    private DataDirectory() {}

    /**
     * Sees that runs can write there.
     *
     * @throws CommandFailure (3) when they cannot
     */
    public static void require(Settings settings) {
        obstacle(settings).ifPresent(what -> {
            throw new CommandFailure(ExitCode.CONFIGURATION, what, "", FIX + "; then: atelier check config");
        });
    }

    /** What cannot be written and why, if something cannot. */
    static Optional<String> obstacle(Settings settings) {
        Path root = settings.dataDir();
        if (root.startsWith(Surroundings.NO_HOME)) {
            return Optional.of("cannot write to " + root + ": this user has no home directory");
        }
        return Stream.of(Stream.of(root), landings(settings), Stream.of(root.resolve("logs"), root.resolve("spill")))
                .flatMap(directories -> directories)
                .flatMap(directory -> obstacle(directory).stream())
                .findFirst();
    }

    /** Where jobs keep copies of what they read. */
    static Stream<Path> landings(Settings settings) {
        return BatchJobs.all().stream()
                .flatMap(job -> job.archive(settings.forJobs()).stream())
                .map(JobArchive::landing);
    }

    private static Optional<String> obstacle(Path directory) {
        Path there = directory;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            Files.delete(Files.createTempFile(there, ".atelier-", ".try"));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot write to " + directory + ": " + why(there, e));
        }
    }

    private static String why(Path there, IOException e) {
        if (e instanceof AccessDeniedException) {
            return "this user may not write in " + there;
        }
        if (Files.isRegularFile(there)) {
            return there + " is a file";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : null;
        return (reason == null ? e.toString() : reason) + " in " + there;
    }
}
