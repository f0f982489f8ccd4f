package org.atelier.transfer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.sshd.common.util.io.der.ASN1Object;
import org.apache.sshd.common.util.io.der.DERParser;

/**
 * Decrypts PKCS #8, which Apache MINA SSHD leaves to a further library. Of PBES2 what OpenSSL writes (PBKDF2 with AES
 * or triple DES), read here because the JDK's own PBES2 takes passphrases of ASCII only; of PBES1 what the JDK knows.
 */
final class EncryptedPkcs8 {
    private static final String PBES2 = "1.2.840.113549.1.5.13";
    private static final String PBKDF2 = "1.2.840.113549.1.5.12";
    private static final String HMAC_SHA1 = "1.2.840.113549.2.7";

    private static final Map<String, String> FUNCTIONS = Map.of(
            HMAC_SHA1,
            "PBKDF2WithHmacSHA1",
            "1.2.840.113549.2.8",
            "PBKDF2WithHmacSHA224",
            "1.2.840.113549.2.9",
            "PBKDF2WithHmacSHA256",
            "1.2.840.113549.2.10",
            "PBKDF2WithHmacSHA384",
            "1.2.840.113549.2.11",
            "PBKDF2WithHmacSHA512");

    private record Encryption(String cipher, int keyBytes) {}

    private static final Map<String, Encryption> ENCRYPTIONS = Map.of(
            "2.16.840.1.101.3.4.1.2", new Encryption("AES", 16),
            "2.16.840.1.101.3.4.1.22", new Encryption("AES", 24),
            "2.16.840.1.101.3.4.1.42", new Encryption("AES", 32),
            "1.2.840.113549.3.7", new Encryption("DESede", 24));

    private EncryptedPkcs8() {}

    /**
     * Gives the key within, as plain PKCS #8.
     *
     * @throws NoSuchAlgorithmException if it is encrypted in a way that is not known here
     * @throws GeneralSecurityException if the passphrase does not fit
     * @throws IOException if it is no encrypted PKCS #8
     */
    static byte[] decrypt(byte[] der, char[] passphrase) throws IOException, GeneralSecurityException {
        List<ASN1Object> parts = parts(whole(der));
        List<ASN1Object> algorithm = parts(parts.get(0));
        if (!oid(algorithm.get(0)).equals(PBES2)) {
            return decryptByJdk(new EncryptedPrivateKeyInfo(der), passphrase);
        }
        List<ASN1Object> scheme = parts(algorithm.get(1));
        List<ASN1Object> derivation = parts(scheme.get(0));
        List<ASN1Object> encryption = parts(scheme.get(1));
        if (!oid(derivation.get(0)).equals(PBKDF2)) {
            throw new NoSuchAlgorithmException("key derivation " + oid(derivation.get(0)));
        }
        Encryption how = known(ENCRYPTIONS, oid(encryption.get(0)));
        byte[] key = derived(parts(derivation.get(1)), passphrase, how.keyBytes());
        Cipher cipher = Cipher.getInstance(how.cipher() + "/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, how.cipher()),
                new IvParameterSpec(encryption.get(1).getValue()));
        return cipher.doFinal(parts.get(1).getValue());
    }

    /** Salt, iterations, then perhaps the key's length, then perhaps the function. */
    private static byte[] derived(List<ASN1Object> parameters, char[] passphrase, int bytes)
            throws IOException, GeneralSecurityException {
        ASN1Object last = parameters.get(parameters.size() - 1);
        String function = last.isConstructed() ? oid(first(last)) : HMAC_SHA1;
        int iterations = parameters.get(1).asInteger().intValueExact();
        var spec = new PBEKeySpec(passphrase, parameters.get(0).getValue(), iterations, 8 * bytes);
        return SecretKeyFactory.getInstance(known(FUNCTIONS, function))
                .generateSecret(spec)
                .getEncoded();
    }

    private static byte[] decryptByJdk(EncryptedPrivateKeyInfo key, char[] passphrase) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(key.getAlgName());
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(key.getAlgName()).generateSecret(new PBEKeySpec(passphrase)),
                key.getAlgParameters());
        return key.getKeySpec(cipher).getEncoded();
    }

    private static <T> T known(Map<String, T> all, String oid) throws NoSuchAlgorithmException {
        T one = all.get(oid);
        if (one == null) {
            throw new NoSuchAlgorithmException(oid);
        }
        return one;
    }

    private static String oid(ASN1Object object) throws IOException {
        return object.asOID().stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static ASN1Object whole(byte[] der) throws IOException {
        try (var parser = new DERParser(der)) {
            return read(parser);
        }
    }

    private static List<ASN1Object> parts(ASN1Object object) throws IOException {
        var parts = new ArrayList<ASN1Object>();
        try (var parser = object.createParser()) {
            for (ASN1Object part = parser.readObject(); part != null; part = parser.readObject()) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            throw new IOException("an empty sequence");
        }
        return parts;
    }

    /** Alone, since the parser does not know the NULL that follows a function. */
    private static ASN1Object first(ASN1Object object) throws IOException {
        try (var parser = object.createParser()) {
            return read(parser);
        }
    }

    private static ASN1Object read(DERParser parser) throws IOException {
        ASN1Object object = parser.readObject();
        if (object == null) {
            throw new IOException("nothing there");
        }
        return object;
    }
}
