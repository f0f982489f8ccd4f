package org.atelier.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom an FTPS client trusts: the JVM's trust store, or nobody but the certificates of one PEM file. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    static SSLContext context(@Nullable Path pem) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(pem == null ? null : store(pem));
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new UntrustedServerException(
                    "the trusted certificates " + (pem == null ? "of Java" : pem) + " cannot be used (" + e.getMessage()
                            + "): set atelier.machine-logs.trusted-certificates to a file of certificates in PEM form",
                    e);
        }
    }

    private static KeyStore store(Path pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new IOException("the file " + pem + " holds no certificate");
        }
        return store;
    }
}
