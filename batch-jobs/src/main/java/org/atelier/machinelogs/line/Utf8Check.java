package org.atelier.machinelogs.line;

/**
 * Whether bytes are valid UTF-8, fed piece by piece; NUL bytes are passed over, as they are dropped from every line.
 */
final class Utf8Check {

    private int due;
    private int lowest;
    private int highest;
    private boolean invalid;

    void reset() {
        due = 0;
        invalid = false;
    }

    void feed(byte[] bytes, int from, int to) {
        int i = due == 0 ? afterAscii(bytes, from, to) : from;
        while (i < to && !invalid) {
            next(bytes[i] & 0xFF);
            i = due == 0 ? afterAscii(bytes, i + 1, to) : i + 1;
        }
    }

    private void next(int b) {
        if (b == 0) {
            return;
        }
        if (due == 0) {
            first(b);
        } else if (b < lowest || b > highest) {
            invalid = true;
        } else {
            expect(due - 1, 0x80, 0xBF);
        }
    }

    /** Where the first byte is that is no ASCII; {@code to} if there is none. */
    static int afterAscii(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /** Whether all that was fed is valid, its last character complete. */
    boolean isValid() {
        return !invalid && due == 0;
    }

    /** Where to end valid UTF-8 that was cut anywhere, so that its last character is whole. */
    static int wholeCharacters(byte[] bytes, int from, int to) {
        int lead = to - 1;
        while (lead > from && to - lead < 4 && (bytes[lead] & 0xC0) == 0x80) {
            lead--;
        }
        if (lead < from || bytes[lead] >= 0) {
            return to;
        }
        int b = bytes[lead] & 0xFF;
        int length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
        return lead + length > to ? lead : to;
    }

    /** The first byte of a character; the ranges leave out overlong forms, surrogates and what is above U+10FFFF. */
    private void first(int b) {
        if (b < 0x80) {
            return;
        }
        if (b >= 0xC2 && b <= 0xDF) {
            expect(1, 0x80, 0xBF);
        } else if (b >= 0xE0 && b <= 0xEF) {
            expect(2, b == 0xE0 ? 0xA0 : 0x80, b == 0xED ? 0x9F : 0xBF);
        } else if (b >= 0xF0 && b <= 0xF4) {
            expect(3, b == 0xF0 ? 0x90 : 0x80, b == 0xF4 ? 0x8F : 0xBF);
        } else {
            invalid = true;
        }
    }

    private void expect(int bytes, int low, int high) {
        due = bytes;
        lowest = low;
        highest = high;
    }
}
