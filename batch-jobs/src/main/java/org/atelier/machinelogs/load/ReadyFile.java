package org.atelier.machinelogs.load;

import java.io.Closeable;
import java.io.IOException;
import org.atelier.bulk.CopyRows;
import org.atelier.files.PlannedFile;
import org.atelier.machinelogs.ledger.LogVersion;
import org.jspecify.annotations.Nullable;

/**
 * A file whose days are done, with all that is needed to mark it as loaded. Whoever marks it closes it.
 *
 * @param file the file
 * @param rejects its rejected lines; null when it has none, or when they cannot be read
 * @param unreadable why they cannot be read; null when they can
 */
public record ReadyFile(
        PlannedFile<LogVersion> file,
        @Nullable CopyRows rejects,
        @Nullable String unreadable) implements Closeable {

    @Override
    public void close() throws IOException {
        if (rejects != null) {
            rejects.close();
        }
    }
}
