package org.atelier.machinelogs.find;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.machinelogs.centre.DirectoryReading;
import org.atelier.machinelogs.centre.MachiningCentre;
import org.atelier.run.ConfigurationException;
import org.atelier.transfer.MissingFileException;
import org.atelier.transfer.RefusedPathException;
import org.atelier.transfer.RemoteDirectories;
import org.atelier.transfer.RemoteDirectory;
import org.atelier.transfer.RemoteEntry;
import org.atelier.transfer.RemoteFacts;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.UnreachableException;
import org.atelier.transfer.UntoldFactsException;
import org.jspecify.annotations.Nullable;

/**
 * Lists the log files of all sources. A directory that cannot be read is reported and stops no other; a source that
 * cannot be reached, or has no root directory, does.
 */
public final class LogFileFinder {

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
            for (RemoteEntry entry : sorted(remote.list(""))) {
                if (entry.kind() == RemoteEntry.Kind.DIRECTORY) {
                    look(source, remote, entry.name(), centres, leftOut);
                }
            }
        }
        return new Found(centres, leftOut);
    }

    private void look(
            RemoteSource source,
            RemoteDirectory remote,
            String directory,
            List<CentreListing> centres,
            List<DirectoryReport> leftOut)
            throws IOException {
        DirectoryReading reading = directories.read(directory);
        if (reading instanceof DirectoryReading.Centre named) {
            try {
                centres.add(listing(source, remote, directory, named.centre()));
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

    private static CentreListing listing(
            RemoteSource source, RemoteDirectory remote, String directory, MachiningCentre centre) throws IOException {
        List<FoundFile> files = new ArrayList<>();
        int ignored = 0;
        for (RemoteEntry entry : sorted(remote.list(directory))) {
            if (entry.kind() == RemoteEntry.Kind.FILE && CentreDirectories.isLogFile(entry.name())) {
                RemoteFacts facts = facts(remote, directory, entry);
                if (facts != null) {
                    files.add(new FoundFile(source, centre, directory, entry.name(), facts.size(), facts.modified()));
                }
            } else {
                ignored++;
            }
        }
        return new CentreListing(source, directory, centre, List.copyOf(files), ignored);
    }

    /** Null for a file that went between the listing and the question. */
    private static @Nullable RemoteFacts facts(RemoteDirectory remote, String directory, RemoteEntry entry)
            throws IOException {
        Instant modified = entry.modified();
        if (modified != null && entry.size() >= 0) {
            return new RemoteFacts(entry.size(), modified);
        }
        try {
            return remote.facts(directory + "/" + entry.name());
        } catch (MissingFileException e) {
            return null;
        } catch (RefusedPathException | UntoldFactsException e) {
            // Taken like any other file, so that the attempt fails with this cause.
            return new RemoteFacts(0, Instant.EPOCH);
        }
    }

    private static List<RemoteEntry> sorted(List<RemoteEntry> entries) {
        return entries.stream().sorted(Comparator.comparing(RemoteEntry::name)).toList();
    }
}
