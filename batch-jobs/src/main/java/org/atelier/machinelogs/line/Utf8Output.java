package org.atelier.machinelogs.line;

/** Text under way, as UTF-8 in one reused array; U+0000 is left out. */
final class Utf8Output {

    private byte[] bytes = {};
    private int length;

    /** Begins empty, with room for so many bytes. */
    void begin(int room) {
        if (bytes.length < room) {
            bytes = new byte[Math.max(room, 2 * bytes.length)];
        }
        length = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Adds bytes that are UTF-8, or part of it, as they are. */
    void addBytes(byte[] source, int from, int to) {
        byte[] target = bytes;
        int at = length;
        for (int i = from; i < to; i++) {
            byte b = source[i];
            if (b != 0) {
                target[at++] = b;
            }
        }
        length = at;
    }

    /** Adds a character that is no surrogate. */
    void add(int codePoint) {
        if (codePoint >= 0x10000) {
            bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
            continuation(codePoint >> 12);
            continuation(codePoint >> 6);
            continuation(codePoint);
        } else if (codePoint >= 0x800) {
            bytes[length++] = (byte) (0xE0 | (codePoint >> 12));
            continuation(codePoint >> 6);
            continuation(codePoint);
        } else if (codePoint >= 0x80) {
            bytes[length++] = (byte) (0xC0 | (codePoint >> 6));
            continuation(codePoint);
        } else if (codePoint > 0) {
            bytes[length++] = (byte) codePoint;
        }
    }

    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | (bits & 0x3F));
    }
}
