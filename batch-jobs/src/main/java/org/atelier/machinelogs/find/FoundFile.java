package org.atelier.machinelogs.find;

import java.time.Instant;
import org.atelier.machinelogs.centre.MachiningCentre;
import org.atelier.transfer.RemoteSource;

/**
 * A log file that a source lists.
 *
 * @param source where it is
 * @param centre whose it is
 * @param directory its directory below the source's root
 * @param name its name in there
 * @param size bytes at this look
 * @param modified modification time at this look, whole seconds
 */
public record FoundFile(
        RemoteSource source, MachiningCentre centre, String directory, String name, long size, Instant modified) {

    /** {@code directory/file}, as the ledger and the reports name it. */
    public String path() {
        return directory + "/" + name;
    }
}
