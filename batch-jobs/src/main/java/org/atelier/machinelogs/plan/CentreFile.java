package org.atelier.machinelogs.plan;

import java.util.Objects;
import org.atelier.files.LedgerFile;
import org.atelier.machinelogs.ledger.LogVersion;
import org.jspecify.annotations.Nullable;

/**
 * A file of a centre with the content that counts in this run: the fetched one, or else the one loaded before.
 *
 * @param id key of the file in the ledger
 * @param path {@code directory/file}
 * @param version the content
 * @param fresh whether this run loads it
 * @param originalBefore the file it was known to repeat before this run, null when it stood for itself
 */
public record CentreFile(
        long id,
        String path,
        LogVersion version,
        boolean fresh,
        @Nullable Long originalBefore) {

    /** A file with the version that was loaded before. */
    public static CentreFile loaded(LedgerFile<LogVersion> file) {
        LogVersion version = Objects.requireNonNull(file.loaded(), "a loaded file");
        return new CentreFile(file.id(), file.path(), version, false, file.duplicateOf());
    }

    /** The same file, loaded by this run. */
    public CentreFile again() {
        return refreshed(version);
    }

    /** The same file with another version, loaded by this run. */
    CentreFile refreshed(LogVersion newVersion) {
        return new CentreFile(id, path, newVersion, true, originalBefore);
    }
}
