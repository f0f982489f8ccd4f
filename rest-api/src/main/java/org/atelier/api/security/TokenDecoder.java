package org.atelier.api.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.atelier.serve.ServiceSettings;
import org.atelier.serve.TokenSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * Makes what verifies tokens. One algorithm is taken, whatever a token says of itself; keys are ours, never those that a
 * token brings or points to.
 */
final class TokenDecoder {

    private TokenDecoder() {}

    /** For own tokens. */
    static JwtDecoder own(TokenKeys keys, TokenSettings settings, Clock clock) {
        NimbusJwtDecoder decoder = signed(keys);
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                times,
                new JwtIssuerValidator(settings.issuer()),
                audience(settings.audience()),
                new JwtClaimValidator<Object>(JwtClaimNames.IAT, iat -> iat != null),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, sub -> sub != null))));
        return decoder;
    }

    /** Verifies signatures, and nothing of what a token says. */
    static NimbusJwtDecoder signed(TokenKeys keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(keys.algorithm(), new ImmutableJWKSet<>(new JWKSet(keys.keys()))));
        // Spring's validators judge the claims.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of()));
        return decoder;
    }

    /** For those of an identity provider, which is asked for its keys when the first token comes. */
    static JwtDecoder provider(ServiceSettings settings) {
        String issuer = settings.identityProvider().orElseThrow().toString();
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .jwsAlgorithms(algorithms -> {
                        algorithms.add(SignatureAlgorithm.RS256);
                        algorithms.add(SignatureAlgorithm.ES256);
                    })
                    .build();
            JwtTimestampValidator times = new JwtTimestampValidator();
            times.setAllowEmptyExpiryClaim(false);
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                    times,
                    new JwtIssuerValidator(issuer),
                    audience(settings.tokens().audience()))));
            return decoder;
        });
    }

    private static OAuth2TokenValidator<Jwt> audience(String audience) {
        return new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, all -> all != null && all.contains(audience));
    }
}
