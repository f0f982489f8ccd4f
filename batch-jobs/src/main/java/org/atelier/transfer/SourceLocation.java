package org.atelier.transfer;

import java.net.URI;
import java.net.URISyntaxException;
import org.atelier.settings.HostName;

/**
 * Where a source is, without user and password: a stable name of it for people and tables. Immutable.
 *
 * @param scheme {@code ftp}, {@code ftps}, {@code sftp} or {@code file}
 * @param host a name or address as {@link HostName#read} gives it; empty for {@code file}
 * @param port -1 for {@code file}
 * @param path of the URL, decoded; empty, or with a leading slash
 */
public record SourceLocation(String scheme, String host, int port, String path) {

    /**
     * Checks that no secret hides in the host.
     *
     * @throws IllegalArgumentException if it holds more than a name or an address
     */
    public SourceLocation {
        if (!host.isEmpty() && !HostName.read(host).equals(host)) {
            throw new IllegalArgumentException("a location has a host, and its user stands beside it");
        }
    }

    /** The URL, such as {@code ftp://host:21/logs}. */
    @Override
    public String toString() {
        String server = host.isEmpty() ? "" : HostName.inUrl(host) + ":" + port;
        return scheme + "://" + server + encoded(path);
    }

    /** By the JDK's rules for paths, for the names of sources in ledgers were made by them. */
    private static String encoded(String path) {
        try {
            return new URI("ftp", null, "host", -1, path, null, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the path cannot be read: " + e.getReason(), e);
        }
    }
}
