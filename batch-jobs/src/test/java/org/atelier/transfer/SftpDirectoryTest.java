package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.atelier.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpDirectoryTest extends ServerContract {
    private final List<SftpTestServer> servers = new ArrayList<>();

    @Override
    RemoteSource serve(Path directory) {
        SftpTestServer server =
                SftpTestServer.serving(directory).withUser(USER, PASSWORD).start();
        servers.add(server);
        return RemoteSource.parse(url("sftp", server.port()))
                .withKnownHosts(server.writeKnownHosts(directory.resolveSibling("known_hosts_" + server.port())));
    }

    @AfterEach
    void stop() {
        servers.forEach(SftpTestServer::close);
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
    void a_changed_host_key_is_refused() {
        RemoteSource source = serve(served);
        SftpTestServer server = servers.get(servers.size() - 1);
        server.close();
        server.withAnotherHostKey().start();
        assertThatThrownBy(() -> RemoteDirectories.connect(source))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("ssh-keyscan");
    }

    @Test
    void a_key_with_a_passphrase_logs_in(@TempDir Path keys) throws Exception {
        RemoteSource source = serve(served);
        KeyPair pair = servers.get(servers.size() - 1).clientKey();
        Path file = keys.resolve("id");
        var locked = new OpenSSHKeyEncryptionContext();
        locked.setCipherType("256");
        locked.setPassword("pass phrase");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "a test", locked, out);
        }
        write("a.LOG", "x".getBytes(UTF_8));
        RemoteSource keyed = source.withPrivateKey(file);
        try (var directory = RemoteDirectories.connect(keyed.withPassword(new Secret("pass phrase")))) {
            assertThat(directory.list("")).hasSize(1);
        }
        assertThatThrownBy(() -> RemoteDirectories.connect(keyed.withPassword(new Secret("wrong"))))
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
