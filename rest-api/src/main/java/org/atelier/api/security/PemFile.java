package org.atelier.api.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atelier.settings.ConfigurationException;

/** Reads keys of RSA from PEM files. Nothing of their content is ever told. */
final class PemFile {

    private static final Pattern PRIVATE = block("PRIVATE KEY");
    private static final Pattern PUBLIC = block("PUBLIC KEY");
    private static final int LEAST_BITS = 2048;

    private PemFile() {}

    private static Pattern block(String name) {
        return Pattern.compile("-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]+)-----END " + name + "-----");
    }

    /** The key that signs. */
    static RsaKeys keyPair(Path file) {
        Matcher block = PRIVATE.matcher(read(file));
        if (!block.find()) {
            throw unusable(file, "holds no private key (PEM, PKCS #8)");
        }
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            if (!(rsa.generatePrivate(new PKCS8EncodedKeySpec(bytes(block))) instanceof RSAPrivateCrtKey key)) {
                throw unusable(file, "holds a private key of a kind that is not known");
            }
            RSAPublicKeySpec open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new RsaKeys(longEnough(file, (RSAPublicKey) rsa.generatePublic(open)), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(file, "holds no private key of RSA");
        }
    }

    /** A key that verifies, of either kind of file. */
    static RSAPublicKey publicKey(Path file) {
        Matcher block = PUBLIC.matcher(read(file));
        if (!block.find()) {
            return keyPair(file).open();
        }
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return longEnough(file, (RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(bytes(block))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(file, "holds no public key of RSA");
        }
    }

    private static RSAPublicKey longEnough(Path file, RSAPublicKey key) {
        if (key.getModulus().bitLength() < LEAST_BITS) {
            throw unusable(file, "holds a key of less than " + LEAST_BITS + " bits");
        }
        return key;
    }

    private static byte[] bytes(Matcher block) {
        return Base64.getMimeDecoder().decode(block.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unusable(file, "cannot be read");
        }
    }

    private static ConfigurationException unusable(Path file, String why) {
        return new ConfigurationException("the file " + file + " of the API's keys " + why
                + "; make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out FILE");
    }
}
