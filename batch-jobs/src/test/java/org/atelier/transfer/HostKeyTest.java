package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.atelier.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers with several host keys, as OpenSSH has by default, and what known_hosts says of them. */
class HostKeyTest {
    private static final String RSA = "ssh-rsa";
    private static final String ECDSA = "ecdsa-sha2-nistp256";
    private static final String ED25519 = "ssh-ed25519";

    @TempDir
    Path tree;

    @TempDir
    Path etc;

    private SftpTestServer server;

    @BeforeEach
    void serve() {
        Ed25519Provider.register();
        server = SftpTestServer.serving(tree)
                .withHostKeys(RSA, ECDSA, ED25519)
                .withClientKey(pair())
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String host() {
        return "[127.0.0.1]:" + server.port();
    }

    private void connect(String... knownHosts) throws Exception {
        connectTo("127.0.0.1", knownHosts);
    }

    private void connectTo(String name, String... knownHosts) throws Exception {
        Path file = Files.writeString(etc.resolve("known_hosts"), String.join("\n", knownHosts) + "\n", UTF_8);
        RemoteDirectories.connect(source(name).withKnownHosts(file)).close();
    }

    private RemoteSource source(String name) {
        return RemoteSource.parse(server.url().replace("127.0.0.1", name)).withPassword(new Secret(server.password()));
    }

    @ParameterizedTest
    @ValueSource(strings = {RSA, ECDSA, ED25519})
    void a_server_is_asked_first_for_the_type_of_key_that_is_known(String type) {
        assertThatCode(() -> connect(host() + " " + server.hostKey(type))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {RSA, ECDSA, ED25519})
    void a_hashed_name_is_found_like_a_plain_one(String type) throws Exception {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(salt, "HmacSHA1"));
        Base64.Encoder text = Base64.getEncoder();
        String hashed =
                "|1|" + text.encodeToString(salt) + "|" + text.encodeToString(mac.doFinal(host().getBytes(UTF_8)));
        assertThatCode(() -> connect(hashed + " " + server.hostKey(type))).doesNotThrowAnyException();
    }

    @Test
    void a_name_is_known_by_the_address_it_leads_to() {
        assertThatCode(() -> connectTo("localhost", host() + " " + server.hostKey(RSA)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_line_that_cannot_be_read_hides_no_other() {
        assertThatCode(() -> connect(
                        "# a comment",
                        "",
                        host() + " ssh-new-type AAAAC3NzaC1lZDI1NTE5",
                        host() + " ssh-ed25519 not*base64",
                        "@unknown-marker " + host() + " " + server.hostKey(RSA),
                        "\t" + host() + "\t" + server.hostKey(ED25519) + " a comment"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_server_that_shows_none_of_its_known_types_is_refused_and_told_what_is_known() {
        String old = server.hostKey(ED25519);
        int port = server.port();
        server.close();
        server.withHostKeys(RSA, ECDSA).start();
        assertThat(server.port()).isEqualTo(port);
        assertThatThrownBy(() -> connect(host() + " " + old))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll("has its ssh-ed25519, which it does not show any more", "SHA256:");
    }

    @Test
    void another_key_of_a_known_type_is_refused_with_both_fingerprints() {
        String old = server.hostKey(ED25519);
        server.close();
        server.withAnotherHostKey().start();
        assertThatThrownBy(() -> connect("other " + old, host() + " " + old))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll("line 2: known is SHA256:", "it shows ssh-ed25519 SHA256:", "in its place");
    }

    @Test
    void a_key_of_the_host_on_another_port_does_not_make_a_server_a_changed_one() {
        String other = PublicKeyEntry.toString(pair().getPublic());
        assertThatThrownBy(() -> connect("127.0.0.1 " + other))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("has no line for it");
        assertThatCode(() -> connect("127.0.0.1 " + other, host() + " " + server.hostKey(ED25519)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_revoked_key_is_refused_whatever_else_is_known() {
        assertThatThrownBy(
                        () -> connect(host() + " " + server.hostKey(ED25519), "@revoked * " + server.hostKey(ED25519)))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll("marked as revoked", "line 2");
    }

    @Test
    void a_file_that_is_not_there_knows_nobody_and_one_that_cannot_be_read_is_told() {
        assertThatThrownBy(() -> RemoteDirectories.connect(source("127.0.0.1").withKnownHosts(etc.resolve("none"))))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("none does not exist");
        assertThatThrownBy(() -> RemoteDirectories.connect(source("127.0.0.1").withKnownHosts(etc)))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContainingAll("cannot be read", "atelier.machine-logs.known-hosts");
    }

    @Test
    void a_certificate_is_accepted_for_its_authority_and_for_the_plain_key_it_certifies() {
        KeyPair authority = pair();
        server.close();
        server.withHostKeys(ED25519).withHostCertificate(authority, "127.0.0.1").start();
        String signing = PublicKeyEntry.toString(authority.getPublic());
        String other = PublicKeyEntry.toString(pair().getPublic());
        assertThatCode(() -> connect("@cert-authority " + host() + " " + signing))
                .doesNotThrowAnyException();
        assertThatCode(() -> connect(host() + " " + server.hostKey(ED25519))).doesNotThrowAnyException();
        assertThatCode(() -> connect("@cert-authority * " + other, host() + " " + server.hostKey(ED25519)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> connect("@cert-authority * " + other)).isInstanceOf(UnreachableException.class);
        assertThatThrownBy(() -> connect(host() + " " + signing)).isInstanceOf(UnreachableException.class);
        assertThatThrownBy(() -> connect("@cert-authority * " + signing, "@revoked * " + signing))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("revoked");
    }
}
