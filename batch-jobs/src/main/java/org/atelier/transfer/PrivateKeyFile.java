package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Reads a private key in the forms that OpenSSH reads, encrypted or not: OpenSSH's own, PKCS #1 and SEC 1 ("PEM") and
 * PKCS #8. Of any other it says how to convert it. No message has the passphrase or anything of the key.
 */
final class PrivateKeyFile {
    private static final String PKCS8 = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
    private static final String PKCS8_END = "-----END ENCRYPTED PRIVATE KEY-----";
    private static final String OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String OPENSSH_END = "-----END OPENSSH PRIVATE KEY-----";
    private static final String UTF8_BOM = "\u00EF\u00BB\u00BF";
    private static final long LONGEST = 1 << 20;
    private static final byte SEQUENCE = 0x30;

    private final Path file;
    private final @Nullable Secret passphrase;
    private boolean encrypted;
    private boolean decrypted;

    private PrivateKeyFile(Path file, @Nullable Secret passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /** Reads the keys of a file, one mostly. */
    static List<KeyPair> read(Path file, @Nullable Secret passphrase) throws LoginRefusedException {
        return new PrivateKeyFile(file, passphrase).keys();
    }

    private List<KeyPair> keys() throws LoginRefusedException {
        String text = text();
        String other = KeyForms.conversion(text, file);
        if (other != null) {
            throw refused(other);
        }
        try {
            List<KeyPair> keys = new ArrayList<>();
            String plain = text.contains(PKCS8) ? plainPkcs8(text) : text;
            try (InputStream in = new ByteArrayInputStream(plain.getBytes(ISO_8859_1))) {
                Iterable<KeyPair> read = SecurityUtils.loadKeyPairIdentities(
                        null, NamedResource.ofName("a private key"), in, passwords());
                if (read != null) {
                    read.forEach(keys::add);
                }
            }
            if (keys.isEmpty()) {
                throw refused("has no private key in it: name the file that ssh-keygen made, without .pub");
            }
            return keys;
        } catch (LoginRefusedException e) {
            throw e;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw refused(why(text, e));
        }
    }

    private String text() throws LoginRefusedException {
        try {
            if (Files.size(file) > LONGEST) {
                throw refused("is too long for a private key: name the file that ssh-keygen made");
            }
            String text = Files.readString(file, ISO_8859_1);
            return text.startsWith(UTF8_BOM) ? text.substring(UTF8_BOM.length()) : text;
        } catch (LoginRefusedException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw refused("does not exist: correct atelier.machine-logs.private-key");
        } catch (AccessDeniedException e) {
            throw refused("cannot be read: let this user read it (chown, chmod 600)");
        } catch (IOException e) {
            throw refused(
                    "cannot be read (" + e.getClass().getSimpleName() + "): it must be a file this user can read");
        }
    }

    private FilePasswordProvider passwords() {
        return (session, resource, attempt) -> {
            encrypted = true;
            return passphrase == null ? null : passphrase.reveal();
        };
    }

    private String plainPkcs8(String text) throws IOException, GeneralSecurityException {
        encrypted = true;
        if (passphrase == null) {
            throw new GeneralSecurityException("no passphrase");
        }
        byte[] der = KeyForms.body(text, PKCS8, PKCS8_END);
        byte[] plain = EncryptedPkcs8.decrypt(der, passphrase.reveal().toCharArray());
        if (plain.length == 0 || plain[0] != SEQUENCE) {
            // A wrong passphrase leaves a valid padding once in 256 times.
            throw new GeneralSecurityException("no key within");
        }
        decrypted = true;
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(plain);
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }

    private String why(String text, Exception fault) {
        if (text.contains(OPENSSH) && KeyForms.needsHardware(KeyForms.body(text, OPENSSH, OPENSSH_END))) {
            return "needs a security key that somebody touches: make one without, ssh-keygen -t ed25519 -f FILE";
        }
        if (encrypted && passphrase == null) {
            return "is encrypted: give its passphrase as atelier.machine-logs.password";
        }
        boolean unknown = fault instanceof NoSuchAlgorithmException || fault instanceof UnsupportedOperationException;
        if (encrypted && !decrypted && !unknown) {
            return "cannot be decrypted: the passphrase, atelier.machine-logs.password, is not the one of this key";
        }
        return (encrypted && !decrypted ? "is encrypted in a way that is not known here" : "cannot be understood")
                + ": rewrite it in OpenSSH's format with: ssh-keygen -p -f " + file;
    }

    private LoginRefusedException refused(String why) {
        return new LoginRefusedException("the private key " + file + " " + why);
    }
}
