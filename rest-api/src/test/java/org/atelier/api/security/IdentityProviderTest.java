package org.atelier.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.atelier.api.ApiClient;
import org.atelier.api.RunningApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of an identity provider, which is a small one of this test. */
class IdentityProviderTest {

    private static final RSAKey KEY = key();
    private static final HttpServer PROVIDER = provider();
    private static final String ISSUER =
            "http://127.0.0.1:" + PROVIDER.getAddress().getPort() + "/realm";
    private static final RunningApi API =
            RunningApi.start(Map.of("ATELIER_API_IDENTITY_PROVIDER", ISSUER, "ATELIER_API_ROLES_CLAIM", "groups"));

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("of-the-provider").generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer provider() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It listens already and is silent: the first test finds it so. */
    @BeforeAll
    static void gone() {
        PROVIDER.createContext("/", exchange -> {
            boolean up = exchange.getRequestURI().getPath().startsWith("/realm") && answering;
            String body = exchange.getRequestURI().getPath().endsWith("/jwks")
                    ? new JWKSet(KEY.toPublicJWK()).toString()
                    : "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"" + ISSUER + "/jwks\"}";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(up ? 200 : 503, up ? bytes.length : -1);
            if (up) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        PROVIDER.start();
    }

    private static volatile boolean answering;

    @AfterAll
    static void end() {
        API.close();
        PROVIDER.stop(0);
    }

    private static String token(String issuer, String audience, List<String> groups) throws Exception {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("f:1234")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("groups", groups)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(KEY));
        return token.serialize();
    }

    private static int metrics(String token) {
        return new ApiClient(API.address(), token).get("/metrics").status();
    }

    @Test
    void its_roles_count_own_accounts_are_not_there_and_while_it_is_gone_nobody_is_let_in() throws Exception {
        String operator = token(ISSUER, "atelier-api", List.of("operator", "other"));
        assertThat(metrics(operator)).isEqualTo(503);
        answering = true;
        assertThat(metrics(operator)).isEqualTo(200);
        assertThat(metrics(token(ISSUER, "atelier-api", List.of("reader")))).isEqualTo(403);
        assertThat(metrics(token(ISSUER, "atelier-api", List.of()))).isEqualTo(403);
        assertThat(metrics(token("https://evil.example.org", "atelier-api", List.of("operator"))))
                .isEqualTo(401);
        assertThat(metrics(token(ISSUER, "another-api", List.of("operator")))).isEqualTo(401);

        assertThat(metrics(signedWithThePublicKey())).isEqualTo(401);

        assertThat(API.anybody().login("anybody", RunningApi.PASSWORD).status()).isEqualTo(404);
        String admin = token(ISSUER, "atelier-api", List.of("admin"));
        assertThat(new ApiClient(API.address(), admin).get("/users/").status()).isEqualTo(404);
    }

    /** The old trick: its public key taken as a secret of HS256. */
    private static String signedWithThePublicKey() throws Exception {
        byte[] open = KEY.toRSAPublicKey().getEncoded();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience("atelier-api")
                        .subject("x")
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .claim("groups", List.of("operator"))
                        .build());
        token.sign(new MACSigner(open));
        return token.serialize();
    }
}
