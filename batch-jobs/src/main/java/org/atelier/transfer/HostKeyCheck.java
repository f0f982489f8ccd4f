package org.atelier.transfer;

import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Objects;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;

/** Accepts a server whose key is in the known hosts, no other, and says how to add it. Writes nothing. */
final class HostKeyCheck implements ServerKeyVerifier {
    private final Path file;
    private final RemoteSource source;
    private volatile @Nullable String refusal;

    HostKeyCheck(RemoteSource source) {
        this.source = source;
        this.file = Objects.requireNonNullElseGet(
                source.knownHosts(), () -> Path.of(System.getProperty("user.home"), ".ssh", "known_hosts"));
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        var known = new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, file);
        if (known.verifyServerKey(session, address, key)) {
            return true;
        }
        refusal = "the key of " + source.host() + " port " + source.port() + " is not the one in " + file
                + ", or not in it: "
                + KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key)
                + ". If this is the fingerprint the server's owner tells, add it with: ssh-keyscan -p " + source.port()
                + " " + source.host() + " >> " + file;
        return false;
    }

    /** Why the last key was refused; null if none was. */
    @Nullable String refusal() {
        return refusal;
    }
}
