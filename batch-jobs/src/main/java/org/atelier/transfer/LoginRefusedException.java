package org.atelier.transfer;

import org.atelier.run.FailureKind;

/**
 * The server answers and refuses the user, the password or the key, or what we would log in with cannot be used. Trying
 * again does not help: the configuration must change.
 */
public final class LoginRefusedException extends UnreachableException {

    /**
     * Says what happened.
     *
     * @param message what, where, and what to check; no secret
     */
    public LoginRefusedException(String message) {
        super(message);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.CONFIGURATION;
    }
}
