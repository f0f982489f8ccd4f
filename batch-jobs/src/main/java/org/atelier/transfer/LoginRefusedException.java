package org.atelier.transfer;

/** The server answers and refuses the user, the password or the key. Trying again does not help. */
public final class LoginRefusedException extends UnreachableException {

    /**
     * Says what happened.
     *
     * @param message what, where, and what to check; no secret
     */
    public LoginRefusedException(String message) {
        super(message);
    }
}
