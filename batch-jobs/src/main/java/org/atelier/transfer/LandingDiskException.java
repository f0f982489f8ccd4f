package org.atelier.transfer;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The landing area cannot be written, mostly because its disk is full. No file is to blame and no other file would fare
 * better: a run that meets it ends, and goes on once there is room.
 */
public final class LandingDiskException extends IOException {

    private static final long serialVersionUID = 1L;

    private LandingDiskException(String message, IOException cause) {
        super(message, cause);
    }

    /** Writing to our own disk. */
    @FunctionalInterface
    interface Writing<T> {
        T write() throws IOException;
    }

    /** Writes below the directory, and says of a failure that it is our disk's. */
    static <T> T on(Path directory, Writing<T> writing) throws IOException {
        try {
            return writing.write();
        } catch (LandingDiskException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new LandingDiskException(
                    "the landing area cannot be written: " + e.getMessage() + "; " + free(directory)
                            + " bytes are free in " + directory
                            + ". Nothing taken so far is lost: make room there (or mend its disk), then go on",
                    e);
        }
    }

    private static String free(Path directory) {
        try {
            return Long.toString(Files.getFileStore(directory).getUsableSpace());
        } catch (IOException e) {
            return "an unknown number of";
        }
    }
}
