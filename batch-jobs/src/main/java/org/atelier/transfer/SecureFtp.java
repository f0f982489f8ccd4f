package org.atelier.transfer;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * FTP with explicit TLS on both connections. Servers such as vsftpd and ProFTPD want the data connection to resume the
 * TLS session of the control connection. Java looks a session up by the host and port of the socket below, so the data
 * socket is opened plain, names the control connection's port as its own ({@link SessionSockets}), and TLS is put over
 * it: no reflection, no JVM flag, with TLS 1.2 and 1.3.
 */
final class SecureFtp extends FTPSClient implements FtpWire {
    private final SSLContext context;
    private final boolean verifyByJava;
    private final boolean verifyHere;

    SecureFtp(SSLContext context, boolean verifyHost, String host) {
        super(false, context);
        this.context = context;
        this.verifyByJava = verifyHost && CertificateName.isCheckedByJava(host);
        this.verifyHere = verifyHost && !verifyByJava;
        setEndpointCheckingEnabled(verifyByJava);
    }

    @Override
    protected void _connectAction_() throws IOException {
        super._connectAction_();
        verify((SSLSocket) _socket_);
    }

    /** The parent has a check of its own, whose failure cannot be told from that of another handshake. */
    private void verify(SSLSocket socket) throws SSLHandshakeException {
        if (verifyHere && !CertificateName.names(socket.getSession(), _hostname_)) {
            var why = new CertificateException("the certificate does not name " + _hostname_);
            throw (SSLHandshakeException) new SSLHandshakeException(why.getMessage()).initCause(why);
        }
    }

    /** Encrypts the data connections to come. */
    void protectData() throws IOException {
        execPBSZ(0);
        execPROT("P");
        // The parent would make TLS sockets for the data port here; ours are made in data().
        var sockets = new SessionSockets(getRemotePort());
        setSocketFactory(sockets);
        setServerSocketFactory(sockets.accepting());
    }

    @Override
    public FTPClient client() {
        return this;
    }

    @Override
    public @Nullable Socket data(String command, @Nullable String argument) throws IOException {
        Socket plain = _openDataConnection_(command, argument);
        if (plain == null) {
            return null;
        }
        try {
            return secured(plain);
        } catch (IOException e) {
            try (plain) {
                throw e;
            }
        }
    }

    private SSLSocket secured(Socket plain) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, _hostname_, getRemotePort(), true);
        socket.setUseClientMode(true);
        if (verifyByJava) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        verify(socket);
        return socket;
    }

    @Override
    public void sendNoop() throws IOException {
        _controlOutput_.write("NOOP\r\n");
        _controlOutput_.flush();
    }
}
