package org.atelier.transfer;

import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Whether a server's certificate names the host, for the hosts that Java's own check does not take for names, such as
 * {@code ftp_server}: one of the certificate's DNS names must be the host's, letter by letter but for case. Stateless.
 */
final class CertificateName {

    private static final Integer DNS_NAME = 2;

    private CertificateName() {}

    /** Whether Java's own check has to do it: then it does. */
    static boolean isCheckedByJava(String host) {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        try {
            return new SNIHostName(host).getAsciiName().length() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the certificate that a session was made with names the host. */
    static boolean names(SSLSession session, String host) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate server && names(server, host);
        } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
            return false;
        }
    }

    private static boolean names(X509Certificate server, String host) throws CertificateParsingException {
        Collection<List<?>> names = Objects.requireNonNullElse(server.getSubjectAlternativeNames(), List.of());
        return names.stream()
                .anyMatch(name -> DNS_NAME.equals(name.get(0)) && host.equalsIgnoreCase(String.valueOf(name.get(1))));
    }
}
