package org.atelier.measurements.move;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.Objects;
import org.atelier.files.FileState;
import org.atelier.files.afterload.CleanupFile;
import org.atelier.files.afterload.CleanupOutcome;
import org.atelier.transfer.ContentHash;
import org.atelier.transfer.MissingFileException;
import org.atelier.transfer.RemoteDirectory;
import org.atelier.transfer.RemoteFacts;
import org.atelier.transfer.UnreachableException;
import org.jspecify.annotations.Nullable;

/**
 * Moves one file into {@code parsed/} or {@code error/} beside it, if its size and time, asked just before, are still
 * what was read. Nothing there is overwritten: what has the same content is the same file, and one of the two is
 * enough; beside another content it gets a suffix. May be tried again after a cut. Not thread-safe.
 */
final class RemoteMove {

    private static final int MOST_NAMES = 100;

    private final CleanupFile file;
    private @Nullable CleanupOutcome begun;

    RemoteMove(CleanupFile file) {
        this.file = file;
    }

    /**
     * Does it.
     *
     * @throws UnreachableException when the server cannot be asked: another try may mend it
     */
    CleanupOutcome on(RemoteDirectory remote) throws UnreachableException {
        try {
            return isAsRead(remote.facts(file.path()))
                    ? move(remote)
                    : CleanupOutcome.stays("changed since it was read");
        } catch (UnreachableException e) {
            throw e;
        } catch (MissingFileException e) {
            return missing(remote);
        } catch (IOException e) {
            return CleanupOutcome.stays(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private boolean isAsRead(RemoteFacts now) {
        return now.size() == file.size() && now.modified().equals(file.modified());
    }

    private CleanupOutcome move(RemoteDirectory remote) throws IOException {
        for (int number = 1; number <= MOST_NAMES; number++) {
            String target = target(number);
            begun = CleanupOutcome.archived(target);
            try {
                remote.rename(file.path(), target);
                return begun;
            } catch (FileAlreadyExistsException e) {
                if (hasItsContent(remote, target)) {
                    if (!hasItsContent(remote, file.path())) {
                        return CleanupOutcome.stays("changed since it was read");
                    }
                    remote.delete(file.path());
                    return begun;
                }
                begun = null;
            }
        }
        return CleanupOutcome.stays(MOST_NAMES + " other files of its name are in " + folder() + " already");
    }

    /** Whether a file there has the content that was read. */
    private boolean hasItsContent(RemoteDirectory remote, String path) throws IOException {
        if (remote.facts(path).size() != file.size()) {
            return false;
        }
        try (InputStream content = remote.open(path, 0)) {
            return ContentHash.of(content).sha256().equals(file.sha256());
        }
    }

    private CleanupOutcome missing(RemoteDirectory remote) throws UnreachableException {
        if (begun != null) {
            return begun;
        }
        try {
            return movedBefore(remote);
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException e) {
            return CleanupOutcome.gone();
        }
    }

    /**
     * Where an attempt that was cut off put it.
     *
     * @throws MissingFileException when no such name has its content
     */
    private CleanupOutcome movedBefore(RemoteDirectory remote) throws IOException {
        int number = 1;
        while (!hasItsContent(remote, target(number))) {
            number++;
        }
        return CleanupOutcome.archived(target(number));
    }

    private String folder() {
        return file.state() == FileState.FAILED || file.state() == FileState.QUARANTINED ? "error" : "parsed";
    }

    private String target(int number) {
        int slash = file.path().lastIndexOf('/');
        String directory = slash < 0 ? "" : file.path().substring(0, slash + 1);
        String name = file.path().substring(slash + 1);
        int dot = name.lastIndexOf('.');
        String suffixed = number == 1 ? name : name.substring(0, dot) + "_" + number + name.substring(dot);
        return directory + folder() + "/" + suffixed;
    }
}
