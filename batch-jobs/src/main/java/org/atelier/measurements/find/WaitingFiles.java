package org.atelier.measurements.find;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.RemoteSource;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the data folder of a source, for looks that change nothing.
 *
 * @param files that wait to be read
 * @param folders of these, below the data folder
 * @param problems of folders, a line each
 */
public record WaitingFiles(List<Waiting> files, List<String> folders, List<String> problems) {

    /** Copies the lists. */
    public WaitingFiles {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
        problems = List.copyOf(problems);
    }

    /**
     * A file.
     *
     * @param path below the data folder
     * @param size bytes
     * @param modified when it was last changed, by the server's clock
     * @param fault why it cannot be read now, for people; null when it can
     * @param busy whether that passes by itself
     */
    public record Waiting(
            RemoteSource source,
            String path,
            long size,
            Instant modified,
            @Nullable String fault,
            boolean busy) {}

    /**
     * Looks.
     *
     * @throws IOException when the source cannot be reached, or has no such folder
     */
    public static WaitingFiles in(RemoteSource source, RemoteRetry retry) throws IOException {
        List<Waiting> files = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (FoundFolder folder : new MeasurementFinder(retry).find(List.of(source))) {
            folders.add(folder.path());
            if (folder.problem() != null) {
                problems.add(folder.shown() + ": " + folder.problem());
            }
            for (FoundTsv file : folder.files()) {
                files.add(new Waiting(source, file.path(), file.size(), file.modified(), file.fault(), file.busy()));
            }
        }
        return new WaitingFiles(files, folders, problems);
    }
}
