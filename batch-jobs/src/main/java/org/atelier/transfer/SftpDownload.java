package org.atelier.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/** The bytes of one SFTP file; a connection that breaks meanwhile is told in our words. */
final class SftpDownload extends FilterInputStream {
    private final UnaryOperator<IOException> translation;

    SftpDownload(InputStream in, UnaryOperator<IOException> translation) {
        super(in);
        this.translation = translation;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw translation.apply(e);
        }
    }
}
