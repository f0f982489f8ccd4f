package org.atelier.measurements.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.atelier.transfer.LandedFile;
import org.jspecify.annotations.Nullable;

/**
 * Tells a file whose upload goes on from one that was cut at its source: SFTPGo writes files in place, and any session
 * that ends starts a run. Thread-safe.
 */
final class UnfinishedUpload {

    private final Duration grace;
    private final Clock clock;

    /** @param grace how long after its last change a file is left */
    UnfinishedUpload(Duration grace, Clock clock) {
        this.grace = grace;
        this.clock = clock;
    }

    /**
     * Why a file is left to the next run.
     *
     * @param cut whether it looks cut off: within its last line, or before its END_DATA
     * @param structure of the file
     * @return for people; null when it is complete, or so old that nothing more will come
     */
    @Nullable String reason(LandedFile landed, boolean cut, String structure) {
        Instant now = clock.instant();
        if (!cut || !landed.modified().plus(grace).isAfter(now)) {
            return null;
        }
        String what = structure.equals("plain") ? "its last line has no end" : "it does not end with END_DATA";
        return "upload in progress: " + what + " and it was modified less than " + grace.toSeconds()
                + " s ago; the next run looks again";
    }
}
