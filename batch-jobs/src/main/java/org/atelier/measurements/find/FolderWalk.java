package org.atelier.measurements.find;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.atelier.measurements.tenant.MeasurementPath;
import org.atelier.transfer.MissingFileException;
import org.atelier.transfer.RemoteDirectory;
import org.atelier.transfer.RemoteEntry;
import org.atelier.transfer.RemoteFacts;
import org.atelier.transfer.RemoteListing;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.UnreachableException;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the data folder of one source. Folders that files were moved into are not entered, but to import what
 * an earlier program left there; links are not followed. A folder that cannot be read is reported and stops no other.
 * Not thread-safe.
 */
final class FolderWalk {

    private static final int DEEPEST = 16;

    /** An index holds source and path; PostgreSQL's hold no more than 2,700 bytes. */
    private static final int LONGEST_PATH = 2_000;

    /** SFTPGo's atomic uploads are called so until they end; no path for temporary files need be set there. */
    private static final String UPLOAD = ".sftpgo-upload.";

    private final RemoteSource source;
    private final RemoteDirectory remote;
    private final @Nullable EarlierFiles earlier;
    private final List<FoundFolder> folders = new ArrayList<>();

    /** @param earlier which files that lie in {@code parsed/} are looked for; null for new ones, which do not */
    FolderWalk(RemoteSource source, RemoteDirectory remote, @Nullable EarlierFiles earlier) {
        this.source = source;
        this.remote = remote;
        this.earlier = earlier;
    }

    /**
     * Walks.
     *
     * @throws IOException when the source does not answer, or its root cannot be read
     */
    List<FoundFolder> folders() throws IOException {
        visit("", remote.look(""), 0);
        return folders;
    }

    private void enter(String folder, int depth) throws UnreachableException {
        if (depth > DEEPEST) {
            folders.add(unread(folder, "it lies more than " + DEEPEST + " folders deep"));
            return;
        }
        try {
            visit(folder, remote.look(folder), depth);
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException e) {
            folders.add(unread(folder, Objects.requireNonNullElse(e.getMessage(), e.toString())));
        }
    }

    private void visit(String folder, RemoteListing listing, int depth) throws IOException {
        List<FoundTsv> files = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (listing.shortfall() != null) {
            problems.add(listing.shortfall());
        }
        int ignored = 0;
        List<RemoteEntry> entries = listing.entries().stream()
                .sorted(Comparator.comparing(RemoteEntry::name))
                .toList();
        for (RemoteEntry entry : entries) {
            String path = folder.isEmpty() ? entry.name() : folder + "/" + entry.name();
            if (entry.kind() == RemoteEntry.Kind.DIRECTORY && entry.fault() == null) {
                if (isEntered(entry.name(), depth)) {
                    enter(path, depth + 1);
                }
            } else if (isMeasurementFile(entry)) {
                add(entry, path, files, problems);
            } else if (entry.fault() != null) {
                problems.add(entry.name() + ": " + entry.fault());
            } else if (entry.kind() != RemoteEntry.Kind.DIRECTORY) {
                ignored++;
            }
        }
        if (earlier != null) {
            files.removeIf(file -> !earlier.has(file));
            ignored = 0;
        }
        if (!files.isEmpty() || !problems.isEmpty()) {
            folders.add(new FoundFolder(
                    source.label(), folder, files, ignored, problems.isEmpty() ? null : String.join("; ", problems)));
        }
    }

    private boolean isEntered(String name, int depth) {
        return earlier == null
                ? !MeasurementPath.DONE.contains(name)
                : earlier.isEntered(depth, name) && !name.equals("error");
    }

    private static boolean isMeasurementFile(RemoteEntry entry) {
        return entry.kind() == RemoteEntry.Kind.FILE
                && entry.name().endsWith(".tsv")
                && !entry.name().startsWith(UPLOAD);
    }

    private void add(RemoteEntry entry, String path, List<FoundTsv> files, List<String> problems) throws IOException {
        Instant modified = entry.modified();
        if (entry.fault() != null) {
            problems.add(entry.name() + ": " + entry.fault());
        } else if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            problems.add(entry.name() + ": its path is too long for the ledger; rename it");
        } else if (modified != null && entry.size() >= 0) {
            files.add(new FoundTsv(source, path, entry.size(), modified, null, false));
        } else {
            FoundTsv asked = asked(path);
            if (asked != null) {
                files.add(asked);
            }
        }
    }

    private @Nullable FoundTsv asked(String path) throws IOException {
        try {
            RemoteFacts facts = remote.facts(path);
            return new FoundTsv(source, path, facts.size(), facts.modified(), null, false);
        } catch (UnreachableException e) {
            throw e;
        } catch (MissingFileException e) {
            return null;
        } catch (IOException e) {
            return new FoundTsv(
                    source, path, 0, Instant.EPOCH, Objects.requireNonNullElse(e.getMessage(), e.toString()), false);
        }
    }

    private FoundFolder unread(String folder, String problem) {
        return new FoundFolder(source.label(), folder, List.of(), 0, problem);
    }
}
