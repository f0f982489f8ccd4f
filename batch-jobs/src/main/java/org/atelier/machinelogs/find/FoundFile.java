package org.atelier.machinelogs.find;

import java.time.Instant;
import org.atelier.files.LedgerFile;
import org.atelier.machinelogs.centre.MachiningCentre;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.transfer.RemoteSource;
import org.jspecify.annotations.Nullable;

/**
 * A log file that a source lists.
 *
 * @param source where it is
 * @param centre whose it is
 * @param directory its directory below the source's root
 * @param name its name in there
 * @param size bytes at this look; with a fault, those of the listing, 0 where it has none
 * @param modified modification time at this look, whole seconds; with a fault, {@link Instant#EPOCH} where the listing
 *     has none
 * @param fault why the source lists it and yet it cannot be had, for people; null when it can be fetched
 */
public record FoundFile(
        RemoteSource source,
        MachiningCentre centre,
        String directory,
        String name,
        long size,
        Instant modified,
        @Nullable String fault) {

    /** {@code directory/file}, as the ledger and the reports name it. */
    public String path() {
        return directory + "/" + name;
    }

    /** The same as it was seen before, as far as this look says nothing of its own. */
    FoundFile or(LedgerFile<LogVersion> before) {
        boolean untimed = modified.equals(Instant.EPOCH);
        return new FoundFile(
                source,
                centre,
                directory,
                name,
                untimed && size == 0 ? before.sizeSeen() : size,
                untimed ? before.modifiedSeen() : modified,
                fault);
    }
}
