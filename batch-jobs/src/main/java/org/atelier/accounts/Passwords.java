package org.atelier.accounts;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes and verifies passwords: Argon2id for new ones (19 MiB, two passes, as OWASP asks for); those of BCrypt, with
 * or without a prefix, are still read. A verification takes some 0.05 s and 19 MiB, so few go on at once and the rest
 * wait. Safe for use by several threads.
 */
public final class Passwords {

    private static final String ARGON2 = "argon2";
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 2;

    /** Nobody knows a password of it; to find that out takes as long as with any other. */
    private static final String NOBODYS = "{" + ARGON2 + "}$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$"
            + unpadded(SALT) + "$" + unpadded(HASH);

    private final PasswordEncoder encoder;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final LongAdder verifications = new LongAdder();

    /** Computes nothing yet. */
    public Passwords() {
        BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
        DelegatingPasswordEncoder delegating = new DelegatingPasswordEncoder(
                ARGON2, Map.of(ARGON2, new Argon2PasswordEncoder(SALT, HASH, 1, MEMORY_KIB, PASSES), "bcrypt", bcrypt));
        delegating.setDefaultPasswordEncoderForMatches(bcrypt);
        encoder = delegating;
    }

    /** A password that nobody can guess, of so many random bytes. */
    public static String random(int size) {
        byte[] bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A new hash, with its algorithm in front. */
    public String hash(String password) {
        return inTurn(() -> String.valueOf(encoder.encode(password)));
    }

    /** Whether it is the password of that hash; false also for a hash of a kind that is not known. */
    public boolean verify(String password, String hash) {
        verifications.increment();
        return inTurn(() -> {
            try {
                return encoder.matches(password, hash);
            } catch (IllegalArgumentException e) {
                return false;
            }
        });
    }

    /** Takes as long as a verification does, for an account that is not there. */
    public void verifyInVain(String password) {
        verify(password, NOBODYS);
    }

    /** Whether a new hash would be a better one. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** How many verifications there were. */
    public long verifications() {
        return verifications.sum();
    }

    private static String unpadded(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
