package org.atelier.api.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Answers with one resource and its {@code ETag}, a hash of what is shown: who sends it back as {@code If-None-Match}
 * gets 304 from Spring, as {@code If-Match} changes only what he saw.
 */
public final class Tagged {

    private static final int BYTES = 12;

    private Tagged() {}

    /** 200 with the resource. */
    public static <T extends Record> ResponseEntity<T> of(T resource) {
        return ResponseEntity.ok().eTag(tag(resource)).body(resource);
    }

    /** The tag, in quotes. */
    public static String tag(Record resource) {
        return tag(resource.toString());
    }

    /** The tag of what is shown as a text. */
    public static String tag(String shown) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Sees that the caller knows what he changes.
     *
     * @param ifMatch the header; null when it was not sent, then all is well
     * @throws RequestRefusedException 412
     */
    public static void require(@Nullable String ifMatch, Record resource) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        String tag = tag(resource);
        if (Arrays.stream(ifMatch.split(",", -1)).noneMatch(sent -> sent.strip().equals(tag))) {
            throw RequestRefusedException.stale();
        }
    }
}
