package org.atelier.api.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEProcessorConfiguration;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.atelier.serve.ServiceSettings;
import org.atelier.serve.TokenSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * Makes what verifies tokens. One algorithm is taken, whatever a token says of itself; keys are ours, never those that
 * a token brings or points to.
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
                new JwtClaimValidator<String>(JwtClaimNames.SUB, sub -> sub != null))));
        return exact(decoder);
    }

    private static JwtDecoder exact(JwtDecoder decoder) {
        return token -> {
            CompactForm.require(token);
            return decoder.decode(token);
        };
    }

    private static NimbusJwtDecoder signed(TokenKeys keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        taking(processor, keys);
        // Spring's validators judge the claims, and make up a time of issue where there is none.
        processor.setJWTClaimsSetVerifier((claims, context) -> {
            if (claims.getIssueTime() == null) {
                throw new BadJWTException("iat is missing");
            }
        });
        return new NimbusJwtDecoder(processor);
    }

    /** Has it take what is signed with those keys, and nothing else. */
    static void taking(JOSEProcessorConfiguration<SecurityContext> processor, TokenKeys keys) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(keys.algorithm(), new ImmutableJWKSet<>(new JWKSet(keys.keys()))));
    }

    /** For those of an identity provider, which is asked for its keys when the first token comes. */
    static JwtDecoder provider(ServiceSettings settings) {
        String issuer = settings.identityProvider().orElseThrow().toString();
        return exact(new SupplierJwtDecoder(() -> {
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
        }));
    }

    private static OAuth2TokenValidator<Jwt> audience(String audience) {
        return new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, all -> all != null && all.contains(audience));
    }
}
