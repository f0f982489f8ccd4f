package org.atelier.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.atelier.serve.TokenSettings;
import org.atelier.settings.Catalogue;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of tokens. The first signs, all verify. Their {@code kid} is their thumbprint (RFC 7638). Immutable.
 *
 * @param algorithm the one that is taken
 * @param keys one, or two during a change
 */
record TokenKeys(JWSAlgorithm algorithm, List<JWK> keys) {

    /** In bytes; RFC 7518 asks for as much. */
    static final int LEAST_SECRET = 32;

    private static final Logger LOG = LoggerFactory.getLogger(TokenKeys.class);
    private static final String HMAC = "HmacSHA256";
    private static final byte[] PURPOSE = "atelier api tokens".getBytes(StandardCharsets.UTF_8);

    /** Leaves out those that are for something else than signatures. */
    TokenKeys {
        keys = keys.stream().filter(TokenKeys::isForSignatures).toList();
    }

    private static boolean isForSignatures(JWK key) {
        Set<KeyOperation> operations = key.getKeyOperations();
        return operations == null || operations.contains(KeyOperation.VERIFY);
    }

    /**
     * Those that are set; without any, one made up, which ends with this process.
     *
     * @throws ConfigurationException when a key is too short, or its file cannot be read
     */
    static TokenKeys of(TokenSettings settings) {
        if (settings.privateKey().isPresent()) {
            List<JWK> keys = new ArrayList<>();
            keys.add(rsa(PemFile.keyPair(settings.privateKey().get())));
            settings.formerKey().ifPresent(file -> keys.add(rsa(PemFile.publicKey(file))));
            return new TokenKeys(JWSAlgorithm.RS256, keys);
        }
        List<JWK> keys = new ArrayList<>();
        keys.add(settings.secretKey()
                .filter(secret -> !secret.reveal().isEmpty())
                .map(secret -> secret(secret, Catalogue.SECRET_KEY.key()))
                .orElseGet(TokenKeys::madeUp));
        formerSecret(settings).ifPresent(keys::add);
        return new TokenKeys(JWSAlgorithm.HS256, keys);
    }

    JWK signing() {
        return keys.get(0);
    }

    private static Optional<JWK> formerSecret(TokenSettings settings) {
        return settings.formerSecretKey().map(secret -> secret(secret, "atelier.api.former-secret-key"));
    }

    /**
     * Not the secret itself: pseudonyms are made with that, of texts that customers choose, and one of them could be
     * the signature of a token. This is HKDF's extraction (RFC 5869), which nothing made with the secret gives away.
     */
    private static JWK secret(Secret secret, String setting) {
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_SECRET) {
            throw new ConfigurationException(setting + " has " + bytes.length + " bytes: tokens need at least "
                    + LEAST_SECRET + ", such as what `openssl rand -base64 48` prints");
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(PURPOSE, HMAC));
            return symmetric(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    private static JWK madeUp() {
        LOG.warn("{} is not set: tokens are signed with a key that ends with this process", Catalogue.SECRET_KEY.key());
        byte[] bytes = new byte[LEAST_SECRET];
        new SecureRandom().nextBytes(bytes);
        return symmetric(bytes);
    }

    private static JWK symmetric(byte[] bytes) {
        try {
            return new OctetSequenceKey.Builder(bytes)
                    .algorithm(JWSAlgorithm.HS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static JWK rsa(RsaKeys keys) {
        try {
            RSAKey.Builder builder = new RSAKey.Builder(keys.open()).algorithm(JWSAlgorithm.RS256);
            RSAPrivateCrtKey closed = keys.closed();
            return (closed == null ? builder : builder.privateKey(closed))
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static JWK rsa(RSAPublicKey key) {
        return rsa(new RsaKeys(key, null));
    }

    /** Hides the keys. */
    @Override
    public String toString() {
        return "TokenKeys[" + algorithm + ", "
                + keys.stream().map(JWK::getKeyID).toList() + "]";
    }
}
