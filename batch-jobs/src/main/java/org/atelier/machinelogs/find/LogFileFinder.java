package org.atelier.machinelogs.find;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.atelier.files.DirectoryReport;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.machinelogs.centre.DirectoryReading;
import org.atelier.settings.ConfigurationException;
import org.atelier.transfer.RemoteDirectories;
import org.atelier.transfer.RemoteDirectory;
import org.atelier.transfer.RemoteEntry;
import org.atelier.transfer.RemoteListing;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.UnreachableException;

/**
 * Lists the log files of all sources. A directory that cannot be read is reported and stops no other, and so is one
 * whose listing may be short: what it does list is taken, for a file never depends on one that comes later. A source
 * that cannot be reached, or has no root directory, stops the run.
 */
public final class LogFileFinder {

    private static final String ROOT = "(root)";
    private static final String EXCLUDE =
            "; if it is no centre, exclude it by the name shown here with atelier.machine-logs.excluded-directories";

    private final CentreDirectories directories;
    private final RemoteRetry retry;

    /**
     * @param directories which directories are machining centres
     * @param retry how network faults are retried
     */
    public LogFileFinder(CentreDirectories directories, RemoteRetry retry) {
        this.directories = directories;
        this.retry = retry;
    }

    /**
     * Looks into every source.
     *
     * @throws IOException when a source cannot be reached or its root is missing
     * @throws ConfigurationException when no source is given, or two sources have directories of one centre
     */
    public Found find(List<RemoteSource> sources) throws IOException {
        if (sources.isEmpty()) {
            throw new ConfigurationException("No source of log files is configured: set atelier.machine-logs.source "
                    + "(ATELIER_MACHINE_LOGS_SOURCE) to a URL such as ftp://user@host/logs");
        }
        List<CentreListing> centres = new ArrayList<>();
        List<DirectoryReport> leftOut = new ArrayList<>();
        for (RemoteSource source : sources) {
            Found found = retry.call("Listing " + source.label(), () -> list(source));
            centres.addAll(found.centres());
            leftOut.addAll(found.leftOut());
        }
        return CentreConflicts.resolve(new Found(centres, leftOut));
    }

    private Found list(RemoteSource source) throws IOException {
        List<CentreListing> centres = new ArrayList<>();
        List<DirectoryReport> leftOut = new ArrayList<>();
        try (RemoteDirectory remote = RemoteDirectories.connect(source)) {
            RemoteListing root = remote.look("");
            if (root.shortfall() != null) {
                leftOut.add(DirectoryReport.leftOut(source.label(), ROOT, root.shortfall(), true));
            }
            for (RemoteEntry entry : sorted(root)) {
                if (mayBeDirectory(entry)) {
                    look(source, remote, entry, centres, leftOut);
                }
            }
        }
        return new Found(centres, leftOut);
    }

    private static boolean mayBeDirectory(RemoteEntry entry) {
        return entry.kind() == RemoteEntry.Kind.DIRECTORY
                || (entry.kind() == RemoteEntry.Kind.OTHER && entry.fault() != null);
    }

    private void look(
            RemoteSource source,
            RemoteDirectory remote,
            RemoteEntry entry,
            List<CentreListing> centres,
            List<DirectoryReport> leftOut)
            throws IOException {
        String directory = entry.name();
        DirectoryReading reading = directories.read(directory);
        if (reading instanceof DirectoryReading.Excluded) {
            return;
        }
        if (entry.fault() != null) {
            // Whether it is a centre nobody can tell, so it is not passed over.
            leftOut.add(DirectoryReport.leftOut(source.label(), directory, entry.fault() + EXCLUDE, true));
        } else if (reading instanceof DirectoryReading.Centre named) {
            try {
                centres.add(new DirectoryLook(remote, source, directory, named.centre()).listing());
            } catch (UnreachableException e) {
                throw e;
            } catch (IOException e) {
                leftOut.add(DirectoryReport.leftOut(
                        source.label(), directory, Objects.requireNonNullElse(e.getMessage(), e.toString()), true));
            }
        } else if (reading instanceof DirectoryReading.Ignored ignored) {
            leftOut.add(DirectoryReport.leftOut(
                    source.label(), directory, ignored.reason() + " " + ignored.remedy(), false));
        }
    }

    static List<RemoteEntry> sorted(RemoteListing listing) {
        return listing.entries().stream()
                .sorted(Comparator.comparing(RemoteEntry::name))
                .toList();
    }
}
