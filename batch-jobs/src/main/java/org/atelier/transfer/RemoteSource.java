package org.atelier.transfer;

import java.nio.file.Path;
import org.atelier.settings.ProtocolText;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Where files come from: what a URL such as {@code ftp://user@host:21/logs} says, its secrets beside it. Immutable; its
 * text shows no secret.
 *
 * <p>What the path of the URL means: in {@code ftp} and {@code ftps} it is relative to the directory the login lands
 * in, as FTP URLs have it; {@code ftp://host/%2Fsrv/logs} or {@code ftp://host//srv/logs} is absolute. In {@code sftp}
 * it is absolute; {@code sftp://host/~/logs} is relative to the user's home, {@code sftp://host} is the home. In
 * {@code file} it is absolute.
 *
 * @param location scheme, host, port and path, never a user or a password
 * @param username who logs in; {@code anonymous} for FTP without a user, empty where none is given
 * @param password of the user, or the passphrase of the private key
 * @param privateKey an SFTP user's key file (OpenSSH or PEM)
 * @param knownHosts the file of accepted SFTP host keys; null is {@code ~/.ssh/known_hosts}
 * @param trustedCertificates a PEM file of certificates or authorities an FTPS server is checked against; null is the
 *     JVM's trust store
 * @param transfer time-outs and ways to talk
 */
public record RemoteSource(
        SourceLocation location,
        String username,
        @Nullable Secret password,
        @Nullable Path privateKey,
        @Nullable Path knownHosts,
        @Nullable Path trustedCertificates,
        TransferSettings transfer) {

    /**
     * Checks what goes into the lines of a protocol.
     *
     * @throws IllegalArgumentException if the user or the password has a line break or the like; the message shows
     *     neither
     */
    public RemoteSource {
        ProtocolText.check("the user name", username);
        if (password != null) {
            ProtocolText.check("the password", password.reveal());
        }
    }

    /**
     * Reads a URL, or an absolute path of this machine. A password in it is moved to {@link #password()}; percent signs
     * are decoded as UTF-8; ports default to 21 and, for SFTP, 22.
     *
     * @param url such as {@code ftps://user:secret@host/logs}
     * @return the source, with default settings
     * @throws IllegalArgumentException if it cannot be read; the message shows nothing that may be a secret
     */
    public static RemoteSource parse(String url) {
        return SourceUrl.parse(url);
    }

    /**
     * Names the source without secret or user: a stable key for people and tables.
     *
     * @return such as {@code ftp://host:21/logs}
     */
    public String label() {
        return location.toString();
    }

    /**
     * Names the kind of source.
     *
     * @return {@code ftp}, {@code ftps}, {@code sftp} or {@code file}
     */
    public String scheme() {
        return location.scheme();
    }

    /**
     * Names the server.
     *
     * @return a host name or address, without brackets; empty for {@code file}
     */
    public String host() {
        return location.host();
    }

    /**
     * Names the port.
     *
     * @return the port, -1 for {@code file}
     */
    public int port() {
        return location.port();
    }

    /**
     * The directory on the server that paths are relative to.
     *
     * @return absolute when it starts with {@code /}, else relative to where the login lands; without a slash at its
     *     end
     */
    public String root() {
        return SourceUrl.root(scheme(), location.path());
    }

    /**
     * The same source for another user.
     *
     * @param name who logs in
     * @return a copy
     */
    public RemoteSource withUsername(String name) {
        return new RemoteSource(location, name, password, privateKey, knownHosts, trustedCertificates, transfer);
    }

    /**
     * The same source with a password.
     *
     * @param secret of the user, or the passphrase of the key
     * @return a copy
     */
    public RemoteSource withPassword(Secret secret) {
        return new RemoteSource(location, username, secret, privateKey, knownHosts, trustedCertificates, transfer);
    }

    /**
     * The same source with a private key.
     *
     * @param file the key file
     * @return a copy
     */
    public RemoteSource withPrivateKey(Path file) {
        return new RemoteSource(location, username, password, file, knownHosts, trustedCertificates, transfer);
    }

    /**
     * The same source with a file of accepted host keys.
     *
     * @param file in the format of OpenSSH
     * @return a copy
     */
    public RemoteSource withKnownHosts(Path file) {
        return new RemoteSource(location, username, password, privateKey, file, trustedCertificates, transfer);
    }

    /**
     * The same source with certificates of its own.
     *
     * @param file PEM, one certificate or several
     * @return a copy
     */
    public RemoteSource withTrustedCertificates(Path file) {
        return new RemoteSource(location, username, password, privateKey, knownHosts, file, transfer);
    }

    /**
     * The same source with other settings.
     *
     * @param settings time-outs and ways to talk
     * @return a copy
     */
    public RemoteSource withTransfer(TransferSettings settings) {
        return new RemoteSource(location, username, password, privateKey, knownHosts, trustedCertificates, settings);
    }
}
