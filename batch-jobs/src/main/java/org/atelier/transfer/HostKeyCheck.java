package org.atelier.transfer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.signature.Signature;
import org.jspecify.annotations.Nullable;

/** Accepts a server whose key is in the known hosts, no other, and says how to add it. Writes nothing. */
final class HostKeyCheck implements ServerKeyVerifier {
    private final Path file;
    private final RemoteSource source;
    private final KnownHosts known;
    private volatile @Nullable String refusal;

    HostKeyCheck(RemoteSource source) throws LoginRefusedException {
        this.source = source;
        this.file = Objects.requireNonNullElseGet(
                source.knownHosts(), () -> Path.of(System.getProperty("user.home"), ".ssh", "known_hosts"));
        try {
            this.known = KnownHosts.read(file, source.host(), source.port());
        } catch (IOException e) {
            throw new LoginRefusedException("the known hosts " + file + " cannot be read ("
                    + e.getClass().getSimpleName()
                    + "): let this user read them, or name another file in atelier.machine-logs.known-hosts");
        }
    }

    /** The algorithms of host keys, those whose keys are known first, as OpenSSH asks for them. */
    List<NamedFactory<Signature>> preferring(List<NamedFactory<Signature>> algorithms) {
        return known.preferring(algorithms, NamedFactory::getName);
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        KnownHosts.Verdict verdict =
                known.judge(key, address instanceof InetSocketAddress reached ? reached.getAddress() : null);
        if (verdict instanceof KnownHosts.Verdict.Known) {
            return true;
        }
        refusal = words(verdict, key instanceof OpenSshCertificate certificate ? certificate.getCertPubKey() : key);
        return false;
    }

    private String words(KnownHosts.Verdict verdict, PublicKey key) {
        String server = source.host() + " port " + source.port();
        String shown = KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
        if (verdict instanceof KnownHosts.Verdict.Revoked revoked) {
            return "the key of " + server + ", " + shown + ", is marked as revoked in " + file + ", line "
                    + revoked.by().line() + ": ask the server's owner for its new key";
        }
        if (verdict instanceof KnownHosts.Verdict.Changed changed) {
            return "the key of " + server + " is not the one in " + file + ", line "
                    + changed.from().line() + ": known is "
                    + KeyUtils.getFingerPrint(changed.from().key())
                    + ", it shows " + shown + ". Another server may stand in its place. If this is the fingerprint the"
                    + " server's owner tells, remove that line and add the new key with: " + addition();
        }
        String why = verdict instanceof KnownHosts.Verdict.Unknown unknown
                        && !unknown.otherTypes().isEmpty()
                ? " has its " + String.join(", ", unknown.otherTypes()) + ", which it does not show any more"
                : known.isMissing() ? " does not exist" : " has no line for it";
        return "the key of " + server + " is not known: " + file + why + ". It shows " + shown
                + ". If this is the fingerprint the server's owner tells, add it with: " + addition();
    }

    private String addition() {
        return "ssh-keyscan -p " + source.port() + " " + source.host() + " >> " + file;
    }

    /** Why the last key was refused; null if none was. */
    @Nullable String refusal() {
        return refusal;
    }
}
