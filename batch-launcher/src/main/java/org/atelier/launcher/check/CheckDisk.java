package org.atelier.launcher.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.atelier.catalog.Finding;
import org.atelier.catalog.Finding.Verdict;
import org.atelier.settings.Settings;

/** Looks whether the data directory can be written and has room. */
final class CheckDisk {

    private static final String AREA = "config";
    private static final long MEBIBYTE = 1024 * 1024;

    /** A day's files of a plant. */
    static final long PROBLEM_BELOW = 64 * MEBIBYTE;

    static final long WARNING_BELOW = 1024 * MEBIBYTE;

    private CheckDisk() {}

    /** Nothing when it can and has. */
    static List<Finding> findings(Settings settings) {
        String where = settings.dataDir().toString();
        return DataDirectory.obstacle(settings)
                .map(what -> List.of(new Finding(AREA, Verdict.PROBLEM, where, what, DataDirectory.FIX)))
                .orElseGet(() -> room(where, free(settings)));
    }

    /** Judges the bytes that are free. */
    static List<Finding> room(String where, long free) {
        if (free >= WARNING_BELOW) {
            return List.of();
        }
        return List.of(new Finding(
                AREA,
                free < PROBLEM_BELOW ? Verdict.PROBLEM : Verdict.WARNING,
                where,
                "only " + free / MEBIBYTE + " MiB are free",
                "make room there, or set ATELIER_DATA_DIR to a larger disk; what is old and still kept: atelier purge"
                        + " --dry-run"));
    }

    /** Where there is least, of what jobs keep. */
    private static long free(Settings settings) {
        return DataDirectory.landings(settings)
                .mapToLong(CheckDisk::free)
                .min()
                .orElseGet(() -> free(settings.dataDir()));
    }

    /** Of the disk that the directory is on, or will be. */
    private static long free(Path directory) {
        Path there = directory;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            // Some network file systems do not tell.
            return Long.MAX_VALUE;
        }
    }
}
