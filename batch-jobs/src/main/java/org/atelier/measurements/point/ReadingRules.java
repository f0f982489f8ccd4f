package org.atelier.measurements.point;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How files are read where they leave a choice.
 *
 * @param zone of stamps in plain files; null means UTC. Files with a header block are always in UTC.
 */
public record ReadingRules(
        LastLine lastLine,
        ZeroMarkers zeroMarkers,
        @Nullable ZoneId zone) {

    /** What becomes of a last line without a line feed: an upload that was cut shows so. */
    public enum LastLine {
        /** Dropped and counted: the box sends its rows again. */
        STRICT,
        /** Used as it is, its last number perhaps cut. */
        LENIENT
    }

    /** What becomes of rows of bare {@code 0}, which a box writes when it restarts. */
    public enum ZeroMarkers {
        /** Stored as zeros, and counted. */
        STORE,
        /** Counted only. */
        SKIP
    }
}
