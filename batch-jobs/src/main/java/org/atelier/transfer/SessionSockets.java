package org.atelier.transfer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;
import org.apache.commons.net.DefaultSocketFactory;

/**
 * Plain sockets that name the port of the control connection as theirs. Java looks up the TLS session to resume by host
 * and port of the socket below; with its real port a data connection would never find the session of the control
 * connection.
 */
final class SessionSockets extends DefaultSocketFactory {
    private final int controlPort;

    SessionSockets(int controlPort) {
        this.controlPort = controlPort;
    }

    @Override
    public Socket createSocket() {
        return new Named();
    }

    /** The same for active mode, where the server connects to us. */
    ServerSocketFactory accepting() {
        return new Accepting();
    }

    private final class Named extends Socket {
        @Override
        public int getPort() {
            return controlPort;
        }
    }

    private final class Listening extends ServerSocket {
        Listening(int port, int backlog, InetAddress address) throws IOException {
            super(port, backlog, address);
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = createSocket();
            implAccept(socket);
            return socket;
        }
    }

    private final class Accepting extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return createServerSocket(port, 1);
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return createServerSocket(port, backlog, InetAddress.getByAddress(new byte[4]));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            return new Listening(port, backlog, address);
        }
    }
}
