package org.atelier.api.security;

/**
 * The answer to a login, as RFC 6749 has it.
 *
 * @param accessToken the token
 * @param tokenType always {@code bearer}
 * @param expiresIn seconds
 */
record Token(String accessToken, String tokenType, long expiresIn) {

    /** Hides the token. */
    @Override
    public String toString() {
        return "Token[" + expiresIn + " s]";
    }
}
