package org.atelier.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.atelier.accounts.Role;
import org.atelier.api.Answer;
import org.atelier.api.ApiClient;
import org.atelier.api.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that are good but for one thing, each of which is refused. */
class TokensTest {

    private static final RunningApi API = RunningApi.shared();
    private static final long ID = API.account("tokens-anna", Role.ADMIN);
    private static final OctetSequenceKey KEY =
            (OctetSequenceKey) API.part(TokenKeys.class).signing();

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("atelier")
                .audience("atelier-api")
                .subject(Long.toString(ID))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("ver", 0);
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .keyID(KEY.getKeyID());
    }

    private static String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims, byte[] key) {
        try {
            SignedJWT token = new SignedJWT(header.build(), claims.build());
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(header(), change.apply(claims()), KEY.toByteArray());
    }

    private static Answer asked(String token) {
        return new ApiClient(API.address(), token).get("/users/me");
    }

    private static String text(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> forged() throws Exception {
        String good = with(claims -> claims);
        String[] parts = good.split("\\.", -1);
        Date past = Date.from(Instant.now().minusSeconds(2));
        byte[] other = new OctetSequenceKeyGenerator(256).generate().toByteArray();
        RSAKey rsa = new RSAKeyGenerator(2048).generate();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("alg none", text("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        tokens.put("alg None", text("{\"alg\":\"None\"}") + "." + parts[1] + ".");
        tokens.put("alg none, signed", text("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
        tokens.put("no signature", parts[0] + "." + parts[1] + ".");
        tokens.put("two parts", parts[0] + "." + parts[1]);
        tokens.put("another signature", parts[0] + "." + parts[1] + "." + text("0123456789abcdef0123456789abcdef"));
        tokens.put("another payload", parts[0] + "." + text("{\"sub\":\"1\"}") + "." + parts[2]);
        tokens.put("another key", signed(header(), claims(), other));
        tokens.put("the secret itself", signed(header(), claims(), RunningApi.KEY.getBytes(StandardCharsets.UTF_8)));
        tokens.put("an empty-looking key", signed(header(), claims(), new byte[32]));
        tokens.put(
                "a longer algorithm",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS512).keyID(KEY.getKeyID()),
                        claims(),
                        doubled(KEY.toByteArray())));
        tokens.put(
                "an algorithm of RSA", rsaSigned(rsa, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID())));
        tokens.put("its own key", rsaSigned(rsa, new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(rsa.toPublicJWK())));
        tokens.put(
                "a key of its own at an address",
                signed(header().keyID("x").jwkURL(URI.create("http://127.0.0.1:1/jwks")), claims(), other));
        tokens.put("another kid", signed(header().keyID("another"), claims(), KEY.toByteArray()));
        tokens.put("a kid of a file", signed(header().keyID("../../../../dev/null"), claims(), new byte[32]));
        tokens.put("a kid of SQL", signed(header().keyID("x' union select 'key' --"), claims(), other));
        tokens.put(
                "a critical header",
                signed(
                        header().customParam("x", 1).criticalParams(java.util.Set.of("x")),
                        claims(),
                        KEY.toByteArray()));
        tokens.put("another type", signed(header().type(new JOSEObjectType("at+jwt")), claims(), KEY.toByteArray()));
        tokens.put("expired", with(claims -> claims.expirationTime(past)));
        tokens.put("no expiry", with(claims -> claims.expirationTime(null)));
        tokens.put(
                "not yet good",
                with(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(60)))));
        tokens.put("another issuer", with(claims -> claims.issuer("https://evil.example.org")));
        tokens.put("no issuer", with(claims -> claims.issuer(null)));
        tokens.put("another audience", with(claims -> claims.audience("another-api")));
        tokens.put("no audience", with(claims -> claims.audience((String) null)));
        tokens.put("no subject", with(claims -> claims.subject(null)));
        tokens.put("no time of issue", with(claims -> claims.issueTime(null)));
        tokens.put("an account that is not there", with(claims -> claims.subject("999999999")));
        tokens.put("a subject that is no number", with(claims -> claims.subject("1 or 1=1")));
        tokens.put("an older version", with(claims -> claims.claim("ver", -1)));
        tokens.put("a version that is no number", with(claims -> claims.claim("ver", "0")));
        tokens.put("no version", with(claims -> claims.claim("ver", null)));
        return tokens;
    }

    private static byte[] doubled(byte[] key) {
        byte[] twice = java.util.Arrays.copyOf(key, key.length * 2);
        System.arraycopy(key, 0, twice, key.length, key.length);
        return twice;
    }

    private static String rsaSigned(RSAKey rsa, JWSHeader.Builder header) throws Exception {
        SignedJWT token = new SignedJWT(header.build(), claims().build());
        token.sign(new RSASSASigner(rsa));
        return token.serialize();
    }

    static java.util.stream.Stream<org.junit.jupiter.params.provider.Arguments> refused() throws Exception {
        return forged().entrySet().stream()
                .map(entry -> org.junit.jupiter.params.provider.Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void a_token_that_is_made_as_ours_are_is_good_and_so_what_is_refused_below_is_so_for_the_one_thing() {
        assertThat(asked(with(claims -> claims)).status()).isEqualTo(200);
        assertThat(asked(signed(header().keyID(null), claims(), KEY.toByteArray()))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void a_forged_token_is_refused(String what, String token) {
        Answer answer = asked(token);
        assertThat(answer.status()).as(what).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).doesNotContain(token).doesNotContainIgnoringCase("exception");
        assertThat(answer.json().get("status").asInt()).isEqualTo(401);
    }

    @Test
    void a_token_belongs_into_its_header_and_nowhere_else() {
        String token = with(claims -> claims);
        ApiClient anybody = API.anybody();
        assertThat(anybody.get("/users/me?access_token=" + token).status()).isEqualTo(401);
        assertThat(anybody.get("/users/me", "Cookie", "access_token=" + token).status())
                .isEqualTo(401);
        assertThat(anybody.get("/users/me", "Authorization", token).status()).isEqualTo(401);
        assertThat(anybody.get("/users/me", "Authorization", "Basic " + token).status())
                .isEqualTo(401);
        assertThat(anybody.get("/users/me", "Authorization", "bearer " + token).status())
                .isEqualTo(200);
    }

    @Test
    void during_a_change_of_keys_both_count_and_the_new_one_signs() {
        RunningApi changing = RunningApi.other();
        JWK former =
                TokenKeysTest.keys(Map.of("SECRET_KEY", RunningApi.FORMER_KEY)).signing();
        long id = changing.account("tokens-bea", Role.READER);
        String old = signed(
                header().keyID(former.getKeyID()),
                claims().subject(Long.toString(id)),
                former.toOctetSequenceKey().toByteArray());
        assertThat(new ApiClient(changing.address(), old).get("/users/me").status())
                .isEqualTo(200);
        assertThat(changing.loggedIn("tokens-bea").get("/users/me").status()).isEqualTo(200);
        assertThat(changing.part(TokenKeys.class).signing().getKeyID()).isEqualTo(KEY.getKeyID());
        assertThat(asked(old).status()).isEqualTo(401);
    }
}
