package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code known_hosts}.
 *
 * @param line its number in the file, from 1
 * @param marker what it says of the key
 * @param hosts names and patterns with commas between them, or one name hashed
 * @param key the key
 */
record KnownHost(int line, Marker marker, String hosts, PublicKey key) {

    /** What a line says of its key. */
    enum Marker {
        /** It is the server's. */
        NONE,
        /** It signs the certificates of servers. */
        AUTHORITY,
        /** It must never be accepted. */
        REVOKED
    }

    private static final String HASHED = "|1|";

    /**
     * Reads a line; null for a comment, an empty line, and one that cannot be understood, as OpenSSH passes it over.
     */
    static @Nullable KnownHost parse(int number, String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return null;
        }
        Marker marker = Marker.NONE;
        if (text.startsWith("@")) {
            String[] marked = text.split("[ \\t]+", 2);
            marker = switch (marked[0].toLowerCase(Locale.ROOT)) {
                case "@cert-authority" -> Marker.AUTHORITY;
                case "@revoked" -> Marker.REVOKED;
                default -> null;
            };
            text = marked.length > 1 ? marked[1] : "";
        }
        String[] fields = text.split("[ \\t]+", 4);
        PublicKey key = marker == null || fields.length < 3 ? null : key(fields[1], fields[2]);
        return marker == null || key == null ? null : new KnownHost(number, marker, fields[0], key);
    }

    private static @Nullable PublicKey key(String type, String base64) {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(type + " " + base64)
                    .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.IGNORING);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return null;
        }
    }

    /** The type of the key: {@code ssh-rsa}, whatever it signs with. */
    String type() {
        return KeyUtils.getKeyType(key);
    }

    /** Whether it speaks of a server of one of these spellings. */
    boolean isOf(Set<String> names) {
        if (hosts.startsWith(HASHED)) {
            return names.stream().anyMatch(this::isHashOf);
        }
        boolean named = false;
        for (String pattern : hosts.split(",", -1)) {
            boolean negated = pattern.startsWith("!");
            String wanted = HostNames.canonical(negated ? pattern.substring(1) : pattern);
            if (names.stream().anyMatch(name -> matches(wanted, 0, name, 0))) {
                if (negated) {
                    return false;
                }
                named = true;
            }
        }
        return named;
    }

    private boolean isHashOf(String name) {
        String[] parts = hosts.split("\\|", -1);
        if (parts.length != 4) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[2]), "HmacSHA1"));
            return MessageDigest.isEqual(
                    mac.doFinal(name.getBytes(UTF_8)), Base64.getDecoder().decode(parts[3]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The two wildcards of OpenSSH; brackets are themselves. */
    private static boolean matches(String pattern, int at, String name, int from) {
        for (int p = at, n = from; ; p++, n++) {
            if (p == pattern.length()) {
                return n == name.length();
            }
            if (pattern.charAt(p) == '*') {
                for (int rest = n; rest <= name.length(); rest++) {
                    if (matches(pattern, p + 1, name, rest)) {
                        return true;
                    }
                }
                return false;
            }
            if (n == name.length() || (pattern.charAt(p) != '?' && pattern.charAt(p) != name.charAt(n))) {
                return false;
            }
        }
    }
}
