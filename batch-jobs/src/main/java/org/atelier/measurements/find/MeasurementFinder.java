package org.atelier.measurements.find;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.atelier.settings.ConfigurationException;
import org.atelier.transfer.RemoteDirectories;
import org.atelier.transfer.RemoteDirectory;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.RemoteSource;
import org.jspecify.annotations.Nullable;

/** Finds the measurement files of all sources. Thread-safe. */
public final class MeasurementFinder {

    private final RemoteRetry retry;

    /** @param retry how network faults are retried */
    public MeasurementFinder(RemoteRetry retry) {
        this.retry = retry;
    }

    /**
     * Looks into every source.
     *
     * @throws IOException when a source cannot be reached or its root is missing
     * @throws ConfigurationException when no source is given
     */
    List<FoundFolder> find(List<RemoteSource> sources) throws IOException {
        return find(sources, null);
    }

    /** The same for files that an earlier program left in {@code parsed/}. */
    List<FoundFolder> find(List<RemoteSource> sources, @Nullable EarlierFiles earlier) throws IOException {
        if (sources.isEmpty()) {
            throw new ConfigurationException(
                    "No source of measurement files is configured: set"
                            + " atelier.measurements.data-folder (ATELIER_MEASUREMENTS_DATA_FOLDER) to SFTPGo's data folder, such"
                            + " as /srv/sftpgo/data, or atelier.measurements.source to a URL such as sftp://user@host:2022/data");
        }
        List<FoundFolder> folders = new ArrayList<>();
        for (RemoteSource source : sources) {
            folders.addAll(retry.call("Listing " + source.label(), () -> walk(source, earlier)));
        }
        return folders;
    }

    private static List<FoundFolder> walk(RemoteSource source, @Nullable EarlierFiles earlier) throws IOException {
        List<FoundFolder> folders;
        try (RemoteDirectory remote = RemoteDirectories.connect(source)) {
            folders = new FolderWalk(source, remote, earlier).folders();
        }
        boolean local = source.scheme().equals("file");
        return local && folders.stream().anyMatch(folder -> !folder.files().isEmpty())
                ? withoutOpen(Path.of(source.root()), folders)
                : folders;
    }

    /** SFTPGo writes files in place: one that it, or anybody else, has open is not whole. */
    private static List<FoundFolder> withoutOpen(Path root, List<FoundFolder> folders) throws IOException {
        Set<Path> open = OpenFiles.elsewhere(root);
        if (open.isEmpty()) {
            return folders;
        }
        Path real = root.toRealPath();
        return folders.stream()
                .map(folder -> folder.with(folder.files().stream()
                        .map(file -> open.contains(real.resolve(file.path()))
                                ? file.uploading("upload in progress: another process has it open; the next run looks"
                                        + " again")
                                : file)
                        .toList()))
                .toList();
    }
}
