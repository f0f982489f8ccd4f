package org.atelier.files;

import java.io.IOException;
import java.time.Instant;
import org.atelier.transfer.Landing;

/**
 * Reads a file once that was just brought into the landing area. Thread-safe.
 *
 * @param <V> what the job knows of one content of a file
 */
@FunctionalInterface
public interface ReadFetched<V extends FileVersion> {

    /**
     * Reads it.
     *
     * @param firstDownload when this content of the file was first downloaded
     * @param asListed whether it is as it was when the file was planned
     * @throws IOException when it cannot be read: the file has failed
     */
    V read(PlannedFile<V> file, Landing landing, Instant firstDownload, boolean asListed) throws IOException;
}
