package org.atelier.machinelogs.line;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line ends, and notes on the way what makes a line more than plain ASCII. */
final class LineEndScan {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ABOVE_CR = 0x0E0E0E0E0E0E0E0EL;

    private final FileEncoding encoding;
    private boolean nul;
    private boolean nonAscii;

    LineEndScan(FileEncoding encoding) {
        this.encoding = encoding;
    }

    void begin() {
        nul = false;
        nonAscii = false;
    }

    /** Whether a NUL byte was passed since {@link #begin}; not told for UTF-16. */
    boolean sawNul() {
        return nul;
    }

    /** Whether a byte above 0x7F was passed since {@link #begin}; not told for UTF-16. */
    boolean sawNonAscii() {
        return nonAscii;
    }

    /** The next line feed or carriage return; without one, where to go on looking once more bytes are there. */
    int find(byte[] bytes, int from, int limit) {
        return encoding.isUtf16() ? findUnit(bytes, from, limit) : findByte(bytes, from, limit);
    }

    private int findUnit(byte[] bytes, int from, int limit) {
        int i = from;
        while (i + 1 < limit) {
            char unit = encoding.unitAt(bytes, i);
            if (unit == '\n' || unit == '\r') {
                return i;
            }
            i += 2;
        }
        return i;
    }

    private int findByte(byte[] bytes, int from, int limit) {
        int i = from;
        while (i < limit) {
            i = skipPlain(bytes, i, limit);
            if (i == limit) {
                return i;
            }
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                return i;
            }
            nonAscii |= b < 0;
            nul |= b == 0;
            i++;
        }
        return i;
    }

    /** Passes bytes from 0x0E to 0x7F, eight at a time while there are eight of them. */
    private static int skipPlain(byte[] bytes, int from, int limit) {
        int i = from;
        while (i + Long.BYTES <= limit) {
            long eight = (long) EIGHT_BYTES.get(bytes, i);
            // A byte below 0x0E borrows into its high bit; a byte above 0x7F has it already.
            if ((((eight - ABOVE_CR) | eight) & HIGH_BITS) != 0) {
                break;
            }
            i += Long.BYTES;
        }
        while (i < limit && bytes[i] > '\r') {
            i++;
        }
        return i;
    }
}
