package org.atelier.transfer;

import java.io.IOException;
import java.net.Socket;
import org.apache.commons.net.ftp.FTPClient;
import org.jspecify.annotations.Nullable;

/** FTP without encryption. */
final class PlainFtp extends FTPClient implements FtpWire {

    @Override
    public FTPClient client() {
        return this;
    }

    @Override
    public @Nullable Socket data(String command, @Nullable String argument) throws IOException {
        return _openDataConnection_(command, argument);
    }

    @Override
    public void sendNoop() throws IOException {
        _controlOutput_.write("NOOP\r\n");
        _controlOutput_.flush();
    }
}
