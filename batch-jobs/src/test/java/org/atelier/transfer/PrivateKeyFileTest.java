package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.assertj.core.api.AbstractThrowableAssert;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys as ssh-keygen and openssl write them: see the README beside the keys. */
class PrivateKeyFileTest {

    private static final String PASSPHRASE = "pass phrase";

    @TempDir
    Path etc;

    @BeforeAll
    static void knowEd25519() {
        Ed25519Provider.register();
    }

    private static Path key(String name) throws Exception {
        return Path.of(PrivateKeyFileTest.class.getResource("keys/" + name).toURI());
    }

    private static PublicKey publicKey(String name) throws Exception {
        return PublicKeyEntry.parsePublicKeyEntry(
                        Files.readString(key(name + ".pub"), UTF_8).strip())
                .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING);
    }

    private void login(Path key, PublicKey expected, String passphrase) throws Exception {
        try (SftpTestServer server = SftpTestServer.serving(etc)
                .withClientKey(new KeyPair(expected, null))
                .start()) {
            RemoteSource source = RemoteSource.parse(server.url())
                    .withKnownHosts(server.writeKnownHosts(etc.resolve("known_hosts")))
                    .withPrivateKey(key)
                    .withPassword(new Secret(passphrase));
            RemoteDirectories.connect(source).close();
        }
    }

    private AbstractThrowableAssert<?, ?> refusal(Path key, @Nullable String passphrase) {
        return assertThatThrownBy(() -> PrivateKeyFile.read(key, passphrase == null ? null : new Secret(passphrase)))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageStartingWith("the private key " + key + " ")
                .satisfies(fault ->
                        assertThat(trace(fault)).doesNotContain("wr0ng").doesNotContain(PASSPHRASE));
    }

    private static String trace(Throwable fault) {
        var text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Path written(String content) throws Exception {
        return Files.writeString(etc.resolve("id"), content, ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsa-openssh",
                "rsa-pem",
                "rsa-pem-des3",
                "rsa-pkcs8",
                "rsa-pkcs8-des3",
                "rsa-pkcs8-pbes1",
                "ecdsa-openssh",
                "ecdsa-pem",
                "ecdsa-pkcs8",
                "ed25519-openssh",
                "ed25519-openssh-chacha",
                "ed25519-openssh-gcm",
                "ed25519-pkcs8"
            })
    void an_encrypted_key_logs_in_with_its_passphrase_and_with_no_other(String name) throws Exception {
        PublicKey expected = publicKey(name);
        assertThatCode(() -> login(key(name), expected, PASSPHRASE)).doesNotThrowAnyException();
        refusal(key(name), "wr0ng").hasMessageContaining("the passphrase, atelier.machine-logs.password, is not");
        refusal(key(name), null).hasMessageContaining("is encrypted: give its passphrase");
    }

    @Test
    void a_passphrase_with_an_accent_is_taken_as_openssl_takes_it() throws Exception {
        assertThat(PrivateKeyFile.read(key("ecdsa-pkcs8-accent"), new Secret("motdepassé")))
                .singleElement()
                .satisfies(pair -> assertThat(pair.getPublic()).isEqualTo(publicKey("ecdsa-pkcs8-accent")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-pem", "rsa-pkcs8", "ed25519-openssh"})
    void line_ends_and_a_mark_of_windows_do_no_harm(String name) throws Exception {
        String text = Files.readString(key(name), ISO_8859_1).replace("\n", "\r\n");
        Path file = written("\u00EF\u00BB\u00BF" + text);
        assertThat(PrivateKeyFile.read(file, new Secret(PASSPHRASE)))
                .singleElement()
                .satisfies(pair -> assertThat(pair.getPublic()).isEqualTo(publicKey(name)));
    }

    @Test
    void a_form_that_is_not_read_is_told_with_the_command_that_converts_it() throws Exception {
        Path scrypt = key("rsa-pkcs8-scrypt");
        refusal(scrypt, PASSPHRASE).hasMessageContaining("ssh-keygen -p -f " + scrypt);
        Path putty = written("PuTTY-User-Key-File-3: ssh-ed25519\r\nEncryption: aes256-cbc\r\n");
        refusal(putty, PASSPHRASE).hasMessageContaining("puttygen " + putty + " -O private-openssh");
        Path commercial = written("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nP2/56wAAA\n");
        refusal(commercial, PASSPHRASE).hasMessageContaining("ssh-keygen -i -f " + commercial);
        String cut = Files.readString(key("ed25519-openssh"), ISO_8859_1).substring(0, 300);
        refusal(written(cut), PASSPHRASE).hasMessageContaining("ssh-keygen -p -f");
    }

    @Test
    void what_is_no_private_key_is_told_as_what_it_is() throws Exception {
        refusal(key("rsa-pem.pub"), PASSPHRASE).hasMessageContaining("is a public key");
        refusal(written("hello\n"), PASSPHRASE).hasMessageContaining("has no private key in it");
        refusal(etc.resolve("none"), PASSPHRASE).hasMessageContaining("does not exist");
        refusal(etc, PASSPHRASE).hasMessageContaining("cannot be read");
    }

    @Test
    void a_key_that_needs_a_device_is_told_as_one() throws Exception {
        String type = "sk-ssh-ed25519@openssh.com";
        byte[] body = ("openssh-key-v1\0" + type).getBytes(ISO_8859_1);
        refusal(
                        written("-----BEGIN OPENSSH PRIVATE KEY-----\n"
                                + Base64.getEncoder().encodeToString(body)
                                + "\n-----END OPENSSH PRIVATE KEY-----\n"),
                        null)
                .hasMessageContaining("needs a security key");
    }

    @Test
    void a_bad_key_is_told_before_any_server_is_asked() {
        RemoteSource nowhere = RemoteSource.parse("sftp://u@127.0.0.1:1/logs")
                .withKnownHosts(etc.resolve("known_hosts"))
                .withPrivateKey(etc.resolve("none"));
        assertThatThrownBy(() -> RemoteDirectories.connect(nowhere))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining("does not exist");
    }
}
