package org.atelier.history;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which rejects to look at.
 *
 * @param job of that job only
 * @param centre lines of that machining centre only, by its code
 * @param file lines of that file only, by its key in the ledger, its path ({@code directory/file}) or name
 * @param reason of that reason only
 * @param since found since then only
 * @param limit at most so many, null for all
 */
public record RejectFilter(
        Optional<String> job,
        Optional<String> centre,
        Optional<String> file,
        Optional<String> reason,
        Optional<Instant> since,
        @Nullable Integer limit) {

    /** Whether it asks for rejects of files alone. */
    boolean ofFiles() {
        return centre.isPresent() || file.isPresent();
    }
}
