package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells apart what people name as a private key. */
final class KeyForms {
    private KeyForms() {}

    /** Why a file is none that OpenSSH reads, and what to do; null if it may be one. */
    static @Nullable String conversion(String text, Path file) {
        String start = text.stripLeading();
        if (start.startsWith("PuTTY-User-Key-File")) {
            return "is in PuTTY's format: convert it with: puttygen " + file + " -O private-openssh -o NEW";
        }
        if (text.contains("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----")) {
            return "is in the format of ssh.com: convert it with: ssh-keygen -i -f " + file + " > NEW";
        }
        boolean isPublic = Stream.of("ssh-", "ecdsa-", "sk-", "---- BEGIN SSH2 PUBLIC KEY", "-----BEGIN PUBLIC KEY")
                .anyMatch(start::startsWith);
        return isPublic ? "is a public key: name the private one, mostly the same name without .pub" : null;
    }

    /** The bytes between two lines; empty where it is no Base64. */
    static byte[] body(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end, from);
        try {
            return Base64.getMimeDecoder().decode(text.substring(from, to < 0 ? text.length() : to));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Whether the key, of OpenSSH's format, is on a FIDO device; its type stands there unencrypted. */
    static boolean needsHardware(byte[] key) {
        String bytes = new String(key, ISO_8859_1);
        return bytes.contains("sk-ssh-ed25519@openssh.com") || bytes.contains("sk-ecdsa-sha2-nistp256@openssh.com");
    }
}
