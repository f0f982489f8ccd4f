package org.atelier.transfer;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of a remote file, as taken into the landing area.
 *
 * @param sha256 SHA-256 of its bytes, 64 lower-case hexadecimal digits: its key in the {@link LandingArea}
 * @param size its bytes, uncompressed
 * @param modified the server's time of the file, asked just before, UTC, whole seconds
 * @param downloadedAt when the download was complete, by our clock
 * @param head its first bytes, at most 64
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record LandedFile(String sha256, long size, Instant modified, Instant downloadedAt, byte[] head) {

    /** Keeps its own copy of the head. */
    public LandedFile {
        head = head.clone();
    }

    @Override
    public byte[] head() {
        return head.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LandedFile file
                && file.sha256.equals(sha256)
                && file.size == size
                && file.modified.equals(modified)
                && file.downloadedAt.equals(downloadedAt)
                && Arrays.equals(file.head, head);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sha256, size, modified, downloadedAt);
    }

    @Override
    public String toString() {
        return "LandedFile[" + sha256 + ", " + size + " bytes, modified " + modified + ", downloaded " + downloadedAt
                + "]";
    }
}
