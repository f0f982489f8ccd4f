package org.atelier.transfer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a server says of a file when asked now.
 *
 * @param size bytes
 * @param modified last modification, UTC, truncated to whole seconds, because MDTM has no more: all kinds of source
 *     agree
 */
public record RemoteFacts(long size, Instant modified) {

    /** Truncates the time. */
    public RemoteFacts {
        modified = modified.truncatedTo(ChronoUnit.SECONDS);
    }
}
