package org.atelier.files.afterload;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import org.atelier.transfer.MissingFileException;
import org.atelier.transfer.RemoteDirectory;
import org.atelier.transfer.RemoteFacts;
import org.atelier.transfer.UnreachableException;
import org.jspecify.annotations.Nullable;

/**
 * Archives or deletes one file on its server, if SIZE and MDTM, asked just before, are still what was loaded. May be
 * tried again after a cut: an act whose answer was lost is recognised. Not thread-safe.
 */
final class RemoteCleanup {

    private final AfterLoad policy;
    private final CleanupFile file;
    private @Nullable CleanupOutcome begun;

    RemoteCleanup(AfterLoad policy, CleanupFile file) {
        this.policy = policy;
        this.file = file;
    }

    /**
     * Does it.
     *
     * @throws UnreachableException when the server cannot be asked: another try may mend it
     */
    CleanupOutcome on(RemoteDirectory remote) throws UnreachableException {
        try {
            RemoteFacts now = remote.facts(file.path());
            return now.size() == file.size() && now.modified().equals(file.modified())
                    ? act(remote)
                    : CleanupOutcome.stays("changed since it was loaded");
        } catch (UnreachableException e) {
            throw e;
        } catch (MissingFileException e) {
            return missing(remote);
        } catch (IOException e) {
            return CleanupOutcome.stays(String.valueOf(e.getMessage()));
        }
    }

    private CleanupOutcome act(RemoteDirectory remote) throws IOException {
        if (policy instanceof AfterLoad.Archive archive) {
            return archive(remote, archive);
        }
        begun = CleanupOutcome.deleted();
        remote.delete(file.path());
        return begun;
    }

    private CleanupOutcome archive(RemoteDirectory remote, AfterLoad.Archive archive) throws IOException {
        List<String> targets = targets(archive);
        for (String target : targets) {
            try {
                begun = CleanupOutcome.archived(target);
                remote.rename(file.path(), target);
                return begun;
            } catch (FileAlreadyExistsException e) {
                // Never overwritten: what has that name in the archive is another file.
                begun = null;
            }
        }
        return CleanupOutcome.stays("its names in the archive are taken: " + String.join(", ", targets));
    }

    /** The file's own path, and one that names its content, for when another file of that path was archived before. */
    private List<String> targets(AfterLoad.Archive archive) {
        String plain = archive.directory() + "/" + file.path();
        int dot = plain.lastIndexOf('.');
        return List.of(plain, plain.substring(0, dot) + "-" + file.sha256().substring(0, 12) + plain.substring(dot));
    }

    /** The file is not there: by a try of ours whose answer was lost, by a run that died, or by somebody else. */
    private CleanupOutcome missing(RemoteDirectory remote) throws UnreachableException {
        if (begun != null) {
            return begun;
        }
        if (policy instanceof AfterLoad.Archive archive && !archive.directory().startsWith("/")) {
            for (String target : targets(archive)) {
                if (isThere(remote, target)) {
                    return CleanupOutcome.archived(target);
                }
            }
        }
        return CleanupOutcome.gone();
    }

    private boolean isThere(RemoteDirectory remote, String target) throws UnreachableException {
        try {
            return remote.facts(target).size() == file.size();
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }
}
