package org.atelier.api.security;

import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * The one way to write a token: three parts of base64url, without padding, blanks or loose bits (RFC 7515, appendix C).
 * Nimbus reads over characters that are none, so that one token could be written in many ways.
 */
final class CompactForm {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int PARTS = 3;

    private CompactForm() {}

    /** @throws BadJwtException when it is written otherwise */
    static void require(String token) {
        String[] parts = DOT.split(token, -1);
        boolean good = parts.length == PARTS;
        for (String part : parts) {
            good &= isExact(part);
        }
        if (!good) {
            throw new BadJwtException("The token is not written as one");
        }
    }

    private static boolean isExact(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
