package org.atelier.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256, and the first bytes on the way. */
public final class ContentHash {
    private static final int HEAD = 64;

    private ContentHash() {}

    /** What was hashed; {@code head} is its first 64 bytes or all of them. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Of(String sha256, byte[] head) {}

    /** Hashes what is left of a stream. */
    public static Of of(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        int count = in.readNBytes(buffer, 0, buffer.length);
        byte[] head = Arrays.copyOf(buffer, Math.min(count, HEAD));
        while (count > 0) {
            digest.update(buffer, 0, count);
            count = in.read(buffer);
        }
        return new Of(HexFormat.of().formatHex(digest.digest()), head);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
