package org.atelier.machinelogs.fetch;

import org.atelier.machinelogs.ledger.FileVersion;
import org.atelier.machinelogs.ledger.PlannedFile;

/** What came of fetching a file. */
public sealed interface Fetched {

    /** The file. */
    PlannedFile file();

    /**
     * It lies in the landing area and was read.
     *
     * @param file the file
     * @param version what was fetched
     */
    record Done(PlannedFile file, FileVersion version) implements Fetched {}

    /**
     * It could not be fetched or read; the others go on.
     *
     * @param file the file
     * @param cause why, for people; no secret
     */
    record Failed(PlannedFile file, String cause) implements Fetched {}
}
