package org.atelier.transfer;

import java.io.IOException;
import java.net.Socket;
import org.apache.commons.net.ftp.FTPClient;
import org.jspecify.annotations.Nullable;

/** What we need of an FTP client beyond its public methods, the same for the plain and the secure one. */
interface FtpWire {

    /** The client itself. */
    FTPClient client();

    /** Opens a data connection for a command; null when the server refused, its reply being the client's last. */
    @Nullable Socket data(String command, @Nullable String argument) throws IOException;

    /** Sends a NOOP and does not wait: many servers answer it only after the transfer. */
    void sendNoop() throws IOException;
}
