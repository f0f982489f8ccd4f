package org.atelier.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/** A logged-in SFTP connection. Nothing of the user's own SSH configuration is used but the known hosts. */
final class SftpSession implements AutoCloseable {
    static {
        Ed25519Provider.register();
    }

    private final RemoteSource source;
    private final SshClient ssh = SshClient.setUpDefaultClient();
    private final HostKeyCheck hostKey;
    private final List<KeyPair> keys;
    private final @Nullable PasswordPrompts prompts;
    private @Nullable SftpClient client;

    private SftpSession(RemoteSource source) throws LoginRefusedException {
        this.source = source;
        this.hostKey = new HostKeyCheck(source);
        Path key = source.privateKey();
        Secret password = source.password();
        this.keys = key == null ? List.of() : PrivateKeyFile.read(key, password);
        this.prompts = key == null && password != null ? new PasswordPrompts(password) : null;
        ssh.setServerKeyVerifier(hostKey);
        ssh.setSignatureFactories(hostKey.preferring(ssh.getSignatureFactories()));
        ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        ssh.setUserAuthFactories(
                List.of(UserAuthPublicKeyFactory.INSTANCE, PasswordPrompts.METHOD, UserAuthPasswordFactory.INSTANCE));
        ssh.setUserInteraction(prompts);
        ssh.setNioWorkers(1);
        TransferSettings transfer = source.transfer();
        ssh.setSessionHeartbeat(HeartbeatType.IGNORE, transfer.keepAlive());
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(ssh, transfer.connectTimeout());
        // The client waits this long for an answer; between calls the heartbeat keeps the session from being idle.
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, transfer.dataTimeout());
    }

    static SftpSession open(RemoteSource source) throws IOException {
        if (source.username().isEmpty()) {
            throw new LoginRefusedException("no user for " + source.label() + ": write sftp://user@host/path");
        }
        var session = new SftpSession(source);
        boolean opened = false;
        try {
            session.client = session.connect();
            opened = true;
            return session;
        } finally {
            if (!opened) {
                session.close();
            }
        }
    }

    private SftpClient connect() throws IOException {
        ssh.start();
        try {
            ClientSession session = ssh.connect(source.username(), source.host(), source.port())
                    .verify(source.transfer().connectTimeout())
                    .getSession();
            login(session);
            return SftpClientFactory.instance().createSftpClient(session);
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreachableException(
                    server() + " does not answer as an SFTP server (" + e.getMessage()
                            + "): check host, port and whether the server runs",
                    e);
        }
    }

    SftpClient client() {
        return Objects.requireNonNull(client, "set by open");
    }

    private void login(ClientSession session) throws IOException {
        identify(session);
        AuthFuture login = session.auth();
        try {
            login.verify(source.transfer().connectTimeout());
        } catch (IOException e) {
            String refusal = hostKey.refusal();
            if (refusal != null) {
                throw new UnreachableException(refusal, e);
            }
            if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("authentication methods")) {
                throw new LoginRefusedException(server() + " refuses the user " + source.username()
                        + ": check user name, password or key" + (prompts == null ? "" : prompts.unanswered()));
            }
            throw e;
        }
    }

    private void identify(ClientSession session) {
        keys.forEach(session::addPublicKeyIdentity);
        Secret password = source.password();
        // With a key the password is its passphrase, which no server may see.
        if (source.privateKey() == null && password != null) {
            session.addPasswordIdentity(password.reveal());
        }
    }

    private String server() {
        return source.host() + " port " + source.port();
    }

    @Override
    public void close() {
        ssh.stop();
    }
}
