package org.atelier.transfer;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a server cannot be trusted over TLS, whatever speaks it. What another try may mend is none of these. */
public enum TlsFault {
    /** Nobody who is trusted here vouches for the certificate. */
    UNKNOWN_AUTHORITY("its certificate is signed by nobody who is trusted here"),
    /** The certificate is of another time. */
    NOT_VALID_NOW("its certificate is not valid at this time"),
    /** The certificate is of another host. */
    OTHER_HOST("its certificate is for another host name"),
    /** Our own file of certificates is missing or holds none. */
    OWN_FILE("the file of the certificates that are trusted cannot be read"),
    /** There is no TLS, or none that both sides speak. */
    NO_COMMON_TLS("its TLS was refused");

    /** Causes may lead in a circle. */
    private static final int DEEPEST = 30;

    private final String words;

    TlsFault(String words) {
        this.words = words;
    }

    /** What is wrong, to stand after the server's name and a colon. */
    public String words() {
        return words;
    }

    /** The fault that an exception tells of, itself or by what is behind it. */
    public static Optional<TlsFault> of(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        if (any(causes, EOFException.class, SocketException.class, SocketTimeoutException.class)) {
            return Optional.empty();
        }
        if (any(causes, CertificateExpiredException.class, CertificateNotYetValidException.class)) {
            return Optional.of(NOT_VALID_NOW);
        }
        if (any(causes, CertPathBuilderException.class, CertPathValidatorException.class)) {
            return Optional.of(UNKNOWN_AUTHORITY);
        }
        boolean handshake = any(causes, SSLException.class);
        if (handshake && any(causes, CertificateException.class)) {
            return Optional.of(OTHER_HOST);
        }
        if (!handshake && any(causes, FileNotFoundException.class, GeneralSecurityException.class)) {
            return Optional.of(OWN_FILE);
        }
        // With something behind it, a record may have been damaged on its way.
        return causes.stream().anyMatch(cause -> cause instanceof SSLException && cause.getCause() == null)
                ? Optional.of(NO_COMMON_TLS)
                : Optional.empty();
    }

    private static boolean any(List<Throwable> causes, Class<?>... kinds) {
        return causes.stream().anyMatch(cause -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(cause)));
    }
}
