package org.atelier.accounts;

/**
 * What a login is judged by.
 *
 * @param id of the account
 * @param passwordHash with its algorithm in front
 * @param active whether it may log in
 * @param tokenVersion what a token made now carries
 */
public record Credentials(long id, String passwordHash, boolean active, int tokenVersion) {

    /** Hides the hash. */
    @Override
    public String toString() {
        return "Credentials[" + id + "]";
    }
}
