package org.atelier.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.commons.net.ftp.FTPReply;

/**
 * The bytes of one RETR. Keeps the control connection alive meanwhile, and leaves the session in order: after its end
 * the server must confirm the transfer. Closed early, the answer (426, 226) is read away, and the session is given up
 * where it may not last: after a refusal, and with TLS, for vsftpd answers and then ends it.
 */
final class FtpDownload extends InputStream {
    private final FtpWire wire;
    private final Socket socket;
    private final InputStream in;
    private final FtpErrors errors;
    private final long keepAliveNanos;
    private final Runnable broken;
    private long lastCommand = System.nanoTime();
    private int unanswered;
    private boolean ended;
    private boolean closed;

    /** Takes over a data connection; {@code broken} is told when the session cannot be used any more. */
    FtpDownload(FtpWire wire, Socket socket, FtpErrors errors, Duration keepAlive, Runnable broken) throws IOException {
        this.wire = wire;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.errors = errors;
        this.keepAliveNanos = keepAlive.toNanos();
        this.broken = broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
        try {
            keepAlive();
            int count = in.read(buffer, offset, length);
            ended |= count < 0;
            return count;
        } catch (IOException e) {
            broken.run();
            throw errors.unreachable(e);
        }
    }

    private void keepAlive() throws IOException {
        if (System.nanoTime() - lastCommand > keepAliveNanos) {
            wire.sendNoop();
            unanswered++;
            lastCommand = System.nanoTime();
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            // A data connection that is given up needs no farewell.
        }
        if (wire.client().isConnected()) {
            finish();
        }
    }

    private void finish() throws IOException {
        boolean confirmed;
        try {
            confirmed = answers();
        } catch (SocketTimeoutException e) {
            broken.run();
            confirmed = false;
        } catch (IOException e) {
            broken.run();
            if (ended) {
                throw errors.unreachable(e);
            }
            return;
        }
        if (ended && !confirmed) {
            throw errors.failed("finish reading", "a file", wire.client());
        }
        if (!confirmed || (!ended && wire instanceof SecureFtp)) {
            broken.run();
        }
    }

    /** Reads the answer to RETR and those to the NOOPs, in whatever order they come. */
    private boolean answers() throws IOException {
        boolean confirmed = false;
        for (int i = 0; i <= unanswered; i++) {
            int code = wire.client().getReply();
            confirmed |= FTPReply.isPositiveCompletion(code) && code != FTPReply.COMMAND_OK;
        }
        return confirmed;
    }
}
