package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** SFTP servers on free ports of the loopback address. */
final class SftpServers implements AutoCloseable {
    private final String user;
    private final String password;
    private final KeyPair hostKey;
    private final List<SshServer> running = new ArrayList<>();

    SftpServers(String user, String password) {
        this.user = user;
        this.password = password;
        try {
            this.hostKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int start(Path home) throws IOException {
        return start(home, List.of());
    }

    int start(Path home, List<PublicKey> accepted) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((name, given, session) -> name.equals(user) && given.equals(password));
        server.setPublickeyAuthenticator((name, key, session) ->
                name.equals(user) && accepted.stream().anyMatch(known -> KeyUtils.compareKeys(known, key)));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        running.add(server);
        return server.getPort();
    }

    /** A known_hosts file that knows the server on this port. */
    Path knownHosts(Path directory, int port) throws IOException {
        String line = "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
        return Files.writeString(directory.resolveSibling("known_hosts_" + port), line, UTF_8);
    }

    @Override
    public void close() {
        for (SshServer server : running) {
            try {
                server.stop(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
