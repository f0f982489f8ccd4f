package org.atelier.api.security;

import org.atelier.accounts.Accounts;
import org.atelier.accounts.Standing;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Finds the account of a good token. It is asked for at each request, so that a deactivated account's tokens, and roles
 * that were taken away, end at once, whoever did it from which process. Thread-safe.
 */
final class KnownAccount implements Converter<Jwt, AbstractAuthenticationToken> {

    private final Accounts accounts;

    KnownAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw ended();
        }
        Standing standing = accounts.standing(id(subject))
                .filter(Standing::active)
                .filter(known -> token.getClaim(TokenIssuer.VERSION) instanceof Number version
                        && version.longValue() == known.tokenVersion())
                .orElseThrow(KnownAccount::ended);
        return new CallerToken(new Caller(subject, standing.username(), standing.roles(), standing.buckets()));
    }

    private static long id(String subject) {
        try {
            return Long.parseLong(subject);
        } catch (NumberFormatException e) {
            throw ended();
        }
    }

    private static InvalidBearerTokenException ended() {
        return new InvalidBearerTokenException("The token has ended");
    }
}
