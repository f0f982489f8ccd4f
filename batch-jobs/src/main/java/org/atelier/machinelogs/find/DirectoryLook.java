package org.atelier.machinelogs.find;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.machinelogs.centre.MachiningCentre;
import org.atelier.transfer.MissingDirectoryException;
import org.atelier.transfer.MissingFileException;
import org.atelier.transfer.RemoteDirectory;
import org.atelier.transfer.RemoteEntry;
import org.atelier.transfer.RemoteFacts;
import org.atelier.transfer.RemoteListing;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.UnreachableException;
import org.jspecify.annotations.Nullable;

/**
 * One look into the directory of a machining centre. Every log file that is listed is found, with its size and time, or
 * with the reason why it cannot be had; only one that a second listing has no more has gone.
 */
final class DirectoryLook {

    private final RemoteDirectory remote;
    private final RemoteSource source;
    private final String directory;
    private final MachiningCentre centre;
    private final List<FoundFile> files = new ArrayList<>();
    private final Map<String, IOException> refused = new TreeMap<>();

    DirectoryLook(RemoteDirectory remote, RemoteSource source, String directory, MachiningCentre centre) {
        this.remote = remote;
        this.source = source;
        this.directory = directory;
        this.centre = centre;
    }

    CentreListing listing() throws IOException {
        RemoteListing listed = look();
        int ignored = 0;
        for (RemoteEntry entry : LogFileFinder.sorted(listed)) {
            if (isLogFile(entry)) {
                add(entry);
            } else {
                ignored++;
            }
        }
        if (!refused.isEmpty()) {
            addWhatIsStillListed(look());
        }
        List<FoundFile> byName =
                files.stream().sorted(Comparator.comparing(FoundFile::name)).toList();
        return new CentreListing(source, directory, centre, byName, ignored, listed.shortfall());
    }

    /** A transfer that broke off is tried once more, for it would leave the whole directory out. */
    private RemoteListing look() throws IOException {
        try {
            return remote.look(directory);
        } catch (UnreachableException | MissingDirectoryException e) {
            throw e;
        } catch (IOException e) {
            return remote.look(directory);
        }
    }

    /** A name that cannot be read whole is one of a log file when it may be. */
    private static boolean isLogFile(RemoteEntry entry) {
        String name = entry.name();
        if (entry.fault() == null) {
            return entry.kind() == RemoteEntry.Kind.FILE && CentreDirectories.isLogFile(name);
        }
        int escape = name.indexOf("\\x", Math.max(name.lastIndexOf('.'), 0));
        boolean log = CentreDirectories.isLogFile(escape < 0 ? name : name.substring(0, escape));
        return log && (entry.kind() == RemoteEntry.Kind.FILE || entry.kind() == RemoteEntry.Kind.OTHER);
    }

    private void add(RemoteEntry entry) throws IOException {
        try {
            addAsReported(entry);
        } catch (MissingFileException e) {
            refused.put(entry.name(), e);
        }
    }

    /** As the server reports it, or with the reason why not. */
    private void addAsReported(RemoteEntry entry) throws IOException {
        Instant modified = entry.modified();
        if (entry.fault() != null) {
            files.add(faulty(entry, entry.fault()));
        } else if (modified != null && entry.size() >= 0) {
            files.add(found(entry, new RemoteFacts(entry.size(), modified), null));
        } else {
            try {
                files.add(found(entry, remote.facts(directory + "/" + entry.name()), null));
            } catch (MissingFileException | UnreachableException e) {
                throw e;
            } catch (IOException e) {
                files.add(faulty(entry, reason(e)));
            }
        }
    }

    /**
     * FTP has one answer, 550, for a file that went and for one that it does not hand out: locked by its writer, no
     * right to it, a name in another charset. Gone is what is not listed any more.
     */
    private void addWhatIsStillListed(RemoteListing again) throws IOException {
        Map<String, RemoteEntry> listed =
                again.entries().stream().collect(Collectors.toMap(RemoteEntry::name, Function.identity()));
        for (Map.Entry<String, IOException> refusal : refused.entrySet()) {
            RemoteEntry entry = listed.get(refusal.getKey());
            if (entry == null && again.shortfall() != null) {
                entry = new RemoteEntry(refusal.getKey(), RemoteEntry.Kind.FILE, -1, null);
            }
            if (entry != null && isLogFile(entry)) {
                addStillListed(entry);
            }
        }
    }

    private void addStillListed(RemoteEntry entry) throws IOException {
        try {
            addAsReported(entry);
        } catch (MissingFileException e) {
            files.add(faulty(entry, "it is listed, yet the server does not hand it out: " + reason(e)));
        }
    }

    private static String reason(IOException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }

    private FoundFile faulty(RemoteEntry entry, String fault) {
        Instant modified = Objects.requireNonNullElse(entry.modified(), Instant.EPOCH);
        return found(entry, new RemoteFacts(Math.max(entry.size(), 0), modified), fault);
    }

    private FoundFile found(RemoteEntry entry, RemoteFacts facts, @Nullable String fault) {
        return new FoundFile(source, centre, directory, entry.name(), facts.size(), facts.modified(), fault);
    }
}
