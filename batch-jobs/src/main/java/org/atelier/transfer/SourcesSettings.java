package org.atelier.transfer;

import java.time.Duration;

/**
 * How servers are read, of whatever kind.
 *
 * @param patience how long a run pauses in all for one that cannot be reached
 */
public record SourcesSettings(Duration patience) {}
