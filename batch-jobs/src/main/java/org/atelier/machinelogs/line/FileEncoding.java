package org.atelier.machinelogs.line;

/** How a log file's bytes are to be read, as its byte order mark decides. */
enum FileEncoding {
    /** No mark: a line that is valid UTF-8 is UTF-8, any other is windows-1252. */
    UNMARKED(0, 1),
    UTF_8(3, 1),
    UTF_16LE(2, 2),
    UTF_16BE(2, 2);

    /** Bytes of the mark. */
    final int markLength;
    /** Bytes in which a line end is looked for. */
    final int unit;

    FileEncoding(int markLength, int unit) {
        this.markLength = markLength;
        this.unit = unit;
    }

    /** By the first bytes of a file, three or as many as it has. */
    static FileEncoding of(byte[] start, int length) {
        if (begins(start, length, 0xEF, 0xBB, 0xBF)) {
            return UTF_8;
        }
        if (begins(start, length, 0xFF, 0xFE)) {
            return UTF_16LE;
        }
        return begins(start, length, 0xFE, 0xFF) ? UTF_16BE : UNMARKED;
    }

    boolean isUtf16() {
        return unit == 2;
    }

    /** The UTF-16 code unit at this place. */
    char unitAt(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return (char) (this == UTF_16LE ? (second << 8) | first : (first << 8) | second);
    }

    private static boolean begins(byte[] start, int length, int... mark) {
        if (length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
