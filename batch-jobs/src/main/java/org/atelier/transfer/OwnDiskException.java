package org.atelier.transfer;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.run.FailureKind;
import org.atelier.run.KnownFailure;

/**
 * Our own disk cannot be written, mostly because it is full. Nothing that is read is to blame and nothing else would
 * fare better: a run that meets it ends, and goes on once there is room.
 */
public final class OwnDiskException extends IOException implements KnownFailure {

    private static final long serialVersionUID = 1L;

    private OwnDiskException(String message, IOException cause) {
        super(message, cause);
    }

    /** Writing to our own disk. */
    @FunctionalInterface
    interface Writing<T> {
        T write() throws IOException;
    }

    /** Writes below a directory of the landing area, and says of a failure that it is our disk's. */
    static <T> T on(Path directory, Writing<T> writing) throws IOException {
        try {
            return writing.write();
        } catch (OwnDiskException e) {
            throw e;
        } catch (IOException e) {
            throw of("the landing area cannot be written", directory, e);
        }
    }

    /**
     * Says of a failure to write below the directory that it is our disk's; an interruption stays what it is.
     *
     * @param what cannot be done
     */
    public static IOException of(String what, Path directory, IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return cause;
        }
        return new OwnDiskException(
                what + ": " + cause.getMessage() + "; " + free(directory) + " bytes are free in " + directory
                        + ". Nothing taken so far is lost: make room there (or mend its disk), then go on",
                cause);
    }

    private static String free(Path directory) {
        try {
            return Long.toString(Files.getFileStore(directory).getUsableSpace());
        } catch (IOException e) {
            return "an unknown number of";
        }
    }

    @Override
    public FailureKind kind() {
        return FailureKind.DISK;
    }
}
