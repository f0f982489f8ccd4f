package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys that ssh-keygen makes by default. */
class Ed25519Test {

    private KeyPair pair;

    @BeforeEach
    void generate() throws Exception {
        Ed25519Provider.register();
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Test
    void a_private_key_file_of_openssh_is_read() throws Exception {
        var locked = new OpenSSHKeyEncryptionContext();
        locked.setCipherType("256");
        locked.setPassword("pass phrase");
        var file = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "a test", locked, file);

        Iterable<KeyPair> read = SecurityUtils.loadKeyPairIdentities(
                null,
                NamedResource.ofName("id_ed25519"),
                new ByteArrayInputStream(file.toByteArray()),
                FilePasswordProvider.of("pass phrase"));

        assertThat(read).singleElement().satisfies(key -> {
            assertThat(key.getPublic()).isEqualTo(pair.getPublic());
            assertThat(key.getPrivate().getEncoded())
                    .isEqualTo(pair.getPrivate().getEncoded());
        });
    }

    @Test
    void a_line_of_known_hosts_is_read() throws Exception {
        String line = PublicKeyEntry.toString(pair.getPublic());
        assertThat(line).startsWith("ssh-ed25519 ");
        assertThat(AuthorizedKeyEntry.parseAuthorizedKeyEntry(line)
                        .resolvePublicKey(null, PublicKeyEntryResolver.FAILING))
                .isEqualTo(pair.getPublic());
    }

    @Test
    void a_signature_holds_for_what_was_signed_and_for_nothing_else() throws Exception {
        byte[] signed = sign("text");
        assertThat(isValid("text", signed)).isTrue();
        assertThat(isValid("other", signed)).isFalse();
    }

    private byte[] sign(String text) throws Exception {
        Signature signer = new Ed25519().getEDDSASigner();
        signer.initSigner(null, pair.getPrivate());
        signer.update(null, text.getBytes(UTF_8));
        return signer.sign(null);
    }

    private boolean isValid(String text, byte[] signature) throws Exception {
        Signature verifier = new Ed25519().getEDDSASigner();
        verifier.initVerifier(null, pair.getPublic());
        verifier.update(null, text.getBytes(UTF_8));
        return verifier.verify(null, signature);
    }

    @Test
    void the_public_key_is_had_from_the_private_one() throws Exception {
        EdECPublicKey recovered = new Ed25519().recoverEDDSAPublicKey(pair.getPrivate());
        assertThat(recovered).isEqualTo(pair.getPublic());
    }
}
