package org.atelier.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.atelier.accounts.Credentials;
import org.atelier.serve.TokenSettings;

/** Makes tokens. They say who it is and until when, not what he may: that is looked up at each request. Thread-safe. */
final class TokenIssuer {

    /** The claim that ends a token when the account's own one counts up. */
    static final String VERSION = "ver";

    private final TokenKeys keys;
    private final TokenSettings settings;
    private final Clock clock;
    private final JWSSigner signer;

    TokenIssuer(TokenKeys keys, TokenSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        try {
            this.signer = new DefaultJWSSignerFactory().createJWSSigner(keys.signing(), keys.algorithm());
        } catch (JOSEException e) {
            throw new IllegalStateException("The key fits its algorithm", e);
        }
    }

    /** A token for that account, in its compact form. */
    String issue(Credentials account) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(Long.toString(account.id()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.lifetime())))
                .claim(VERSION, account.tokenVersion())
                .build();
        JWSHeader header = new JWSHeader.Builder(keys.algorithm())
                .type(JOSEObjectType.JWT)
                .keyID(keys.signing().getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The key fits its algorithm", e);
        }
        return token.serialize();
    }
}
