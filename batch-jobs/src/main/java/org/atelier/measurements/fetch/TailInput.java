package org.atelier.measurements.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers the last byte that was read: whoever reads lines does not see whether the last one was ended. */
final class TailInput extends FilterInputStream {

    private int last = '\n';

    TailInput(InputStream in) {
        super(in);
    }

    /** Whether the last byte until now is no line feed; false when there was none. */
    boolean endsWithinLine() {
        return last != '\n';
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            last = next;
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
            last = into[offset + count - 1];
        }
        return count;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("every byte is read");
    }
}
