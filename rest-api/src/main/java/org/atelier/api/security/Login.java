package org.atelier.api.security;

import java.time.Duration;
import java.util.Optional;
import org.atelier.accounts.AccountRules;
import org.atelier.accounts.Accounts;
import org.atelier.accounts.Credentials;
import org.atelier.accounts.Passwords;

/**
 * Judges a login. Whatever is wrong, it costs one verification, so that time tells nobody whom we know. Thread-safe.
 */
final class Login {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginLimits limits;

    Login(Accounts accounts, Passwords passwords, LoginLimits limits) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
    }

    /**
     * What came of it.
     *
     * @param account whose it is; empty when it failed
     * @param pause until the next try; zero when one may come at once
     */
    record Outcome(Optional<Credentials> account, Duration pause) {}

    Outcome of(String typed, String password, String address) {
        // What is no name is nobody's, and takes no room among those that are counted.
        String username = AccountRules.faultOfUsername(typed).isEmpty() ? typed : "";
        Duration wait = limits.take(username, address);
        if (!wait.isZero()) {
            return new Outcome(Optional.empty(), wait);
        }
        Optional<Credentials> found = username.isEmpty() ? Optional.empty() : accounts.credentials(username);
        if (found.isEmpty()) {
            passwords.verifyInVain(password);
            return new Outcome(Optional.empty(), Duration.ZERO);
        }
        Credentials account = found.get();
        if (!passwords.verify(password, account.passwordHash()) || !account.active()) {
            return new Outcome(Optional.empty(), Duration.ZERO);
        }
        limits.succeeded(username, address);
        if (passwords.isOutdated(account.passwordHash())) {
            accounts.storeHash(account.id(), account.passwordHash(), passwords.hash(password));
        }
        return new Outcome(found, Duration.ZERO);
    }
}
