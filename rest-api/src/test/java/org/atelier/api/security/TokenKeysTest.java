package org.atelier.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.atelier.accounts.Role;
import org.atelier.api.RunningApi;
import org.atelier.serve.ServiceSettings;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeysTest {

    @TempDir
    Path directory;

    static TokenKeys keys(Map<String, String> environment) {
        Path nowhere = Path.of("/nowhere");
        return TokenKeys.of(SettingsReader.read(null, new Surroundings(environment, nowhere, nowhere))
                .get(ServiceSettings.class)
                .tokens());
    }

    private Path pem(String name, String kind, byte[] key) throws Exception {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return Files.writeString(
                directory.resolve(name), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    @Test
    void a_secret_of_32_bytes_will_do_and_one_of_31_is_refused_without_being_told() {
        assertThat(keys(Map.of("SECRET_KEY", "0".repeat(32))).algorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThatThrownBy(() -> keys(Map.of("SECRET_KEY", "secret!".repeat(4) + "123")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("atelier.secret-key has 31 bytes")
                .hasMessageNotContaining("secret!");
        assertThatThrownBy(() -> keys(Map.of("SECRET_KEY", "0".repeat(32), "ATELIER_API_FORMER_SECRET_KEY", "short")))
                .hasMessageContaining("atelier.api.former-secret-key has 5 bytes");
    }

    @Test
    void the_same_secret_gives_the_same_key_which_is_not_the_secret_and_none_gives_another_one_each_time() {
        JWK one = keys(Map.of("SECRET_KEY", "0".repeat(32))).signing();
        assertThat(keys(Map.of("SECRET_KEY", "0".repeat(32))).signing()).isEqualTo(one);
        assertThat(one.toOctetSequenceKey().toByteArray())
                .hasSize(32)
                .isNotEqualTo("0".repeat(32).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(keys(Map.of()).signing()).isNotEqualTo(keys(Map.of()).signing());
        assertThat(keys(Map.of("SECRET_KEY", "0".repeat(32))).toString())
                .contains(one.getKeyID())
                .doesNotContain("\"k\"");
    }

    @Test
    void a_key_pair_signs_and_its_former_one_private_or_public_still_verifies() throws Exception {
        KeyPair now = rsa(2048);
        KeyPair before = rsa(2048);
        Path file = pem("now.pem", "PRIVATE KEY", now.getPrivate().getEncoded());
        Path former = pem("before.pem", "PUBLIC KEY", before.getPublic().getEncoded());
        TokenKeys keys = keys(Map.of(
                "ATELIER_API_PRIVATE_KEY_PATH", file.toString(), "ATELIER_API_FORMER_KEY_PATH", former.toString()));
        assertThat(keys.algorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(keys.keys()).extracting(JWK::isPrivate).containsExactly(true, false);
        assertThat(((RSAKey) keys.keys().get(1)).toRSAPublicKey()).isEqualTo(before.getPublic());
        Path whole = pem("whole.pem", "PRIVATE KEY", before.getPrivate().getEncoded());
        assertThat(keys(Map.of(
                                "ATELIER_API_PRIVATE_KEY_PATH", file.toString(),
                                "ATELIER_API_FORMER_KEY_PATH", whole.toString()))
                        .keys())
                .isEqualTo(keys.keys());
    }

    @Test
    void with_a_key_pair_a_login_gives_tokens_that_are_good() throws Exception {
        Path file = pem("now.pem", "PRIVATE KEY", rsa(2048).getPrivate().getEncoded());
        try (RunningApi api = RunningApi.start(Map.of("ATELIER_API_PRIVATE_KEY_PATH", file.toString()))) {
            assertThat(api.as("keys-anna", Role.READER).get("/users/me").status())
                    .isEqualTo(200);
            assertThat(RunningApi.shared()
                            .as("keys-bea", Role.READER)
                            .get("/users/me")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void files_that_hold_no_fitting_key_are_refused_by_name() throws Exception {
        Path small = pem("small.pem", "PRIVATE KEY", rsa(1024).getPrivate().getEncoded());
        Path other = pem("other.pem", "PRIVATE KEY", new byte[] {1, 2, 3});
        Path text = Files.writeString(directory.resolve("text.pem"), "nothing");
        for (Path file : new Path[] {small, other, text, directory.resolve("missing.pem")}) {
            assertThatThrownBy(() -> keys(Map.of("ATELIER_API_PRIVATE_KEY_PATH", file.toString())))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(file.toString());
        }
    }
}
