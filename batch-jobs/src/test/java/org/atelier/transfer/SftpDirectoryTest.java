package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Objects;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpDirectoryTest extends ServerContract {
    private final SftpServers servers = new SftpServers(USER, PASSWORD);

    @Override
    RemoteSource serve(Path directory) throws Exception {
        int port = servers.start(directory);
        return RemoteSource.parse(url("sftp", port)).withKnownHosts(servers.knownHosts(directory, port));
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void an_unknown_host_key_is_refused_and_the_message_says_how_to_add_it() throws Exception {
        Path empty = Files.createFile(served.resolveSibling("nobody"));
        RemoteSource source = serve(served).withKnownHosts(empty);
        assertThatThrownBy(() -> RemoteDirectories.connect(source))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("SHA256:")
                .hasMessageContaining("ssh-keyscan -p " + source.port() + " 127.0.0.1 >> " + empty);
        assertThat(empty).isEmptyFile();
    }

    @Test
    void a_changed_host_key_is_refused() throws Exception {
        RemoteSource source = serve(served);
        try (var other = new SftpServers(USER, PASSWORD)) {
            Path wrong = other.knownHosts(served.resolve("x"), source.port());
            assertThatThrownBy(() -> RemoteDirectories.connect(source.withKnownHosts(wrong)))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("ssh-keyscan");
        }
    }

    @Test
    void a_key_with_a_passphrase_logs_in(@TempDir Path keys) throws Exception {
        KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048);
        Path file = keys.resolve("id");
        var locked = new OpenSSHKeyEncryptionContext();
        locked.setCipherType("256");
        locked.setPassword("pass phrase");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "a test", locked, out);
        }
        int port = servers.start(served, List.of(pair.getPublic()));
        RemoteSource source = RemoteSource.parse("sftp://" + USER + "@127.0.0.1:" + port + "/logs")
                .withKnownHosts(servers.knownHosts(served, port))
                .withPrivateKey(file);
        write("a.LOG", "x".getBytes(UTF_8));
        try (var directory = RemoteDirectories.connect(source.withPassword(new Secret("pass phrase")))) {
            assertThat(directory.list("")).hasSize(1);
        }
        assertThatThrownBy(() -> RemoteDirectories.connect(source.withPassword(new Secret("wrong"))))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining("passphrase");
    }

    @Test
    void a_root_below_the_home_directory_and_the_home_itself_are_read() throws Exception {
        RemoteSource source = serve(served);
        write("a.LOG", "x".getBytes(UTF_8));
        RemoteSource below = moved(source, "/~/logs");
        try (var directory = RemoteDirectories.connect(below)) {
            assertThat(directory.list("")).extracting(RemoteEntry::name).containsExactly("a.LOG");
        }
        try (var directory = RemoteDirectories.connect(moved(source, ""))) {
            assertThat(directory.list("")).extracting(RemoteEntry::name).containsExactly("logs");
        }
    }

    private static RemoteSource moved(RemoteSource source, String path) {
        return RemoteSource.parse(url("sftp", source.port()).replace("/logs", path))
                .withKnownHosts(Objects.requireNonNull(source.knownHosts()));
    }
}
