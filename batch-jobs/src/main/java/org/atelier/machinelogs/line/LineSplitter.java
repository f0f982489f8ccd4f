package org.atelier.machinelogs.line;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a file into lines, without decoding them. U+0000 is dropped before line ends are looked for: NULs between a
 * carriage return and a line feed leave them one line end, and NULs alone at the end of a file are no line. Needs
 * memory for one line of the greatest length, whatever the file. Not thread-safe.
 */
final class LineSplitter {

    /** A line of more bytes in the file, its line end not counted, is too long. */
    static final int LONGEST = 65_536;

    private final ByteWindow window;
    private final FileEncoding encoding;
    private final LineEndScan scan;
    private final Overlong overlong = new Overlong();

    private int start;
    private int end;
    private int next;
    private long offset;
    private long lineNumber;
    /** LF or CR; NUL at the end of the file. */
    private char lineEnd;

    private boolean afterCarriageReturn;
    private boolean content;

    LineSplitter(InputStream in, int windowSize) throws IOException {
        window = new ByteWindow(in, windowSize);
        int moved = 0;
        while (window.limit() < 3 && moved >= 0) {
            moved = window.more(0);
        }
        encoding = FileEncoding.of(window.bytes(), window.limit());
        scan = new LineEndScan(encoding);
        next = encoding.markLength;
    }

    /** Goes to the next line; false at the end of the file. */
    boolean next() throws IOException {
        findLine();
        while (afterCarriageReturn && lineEnd == '\n' && !content) {
            afterCarriageReturn = false;
            findLine();
        }
        afterCarriageReturn = lineEnd == '\r';
        lineNumber++;
        return terminated() || content;
    }

    FileEncoding encoding() {
        return encoding;
    }

    long lineNumber() {
        return lineNumber;
    }

    long offset() {
        return offset;
    }

    boolean terminated() {
        return lineEnd != 0;
    }

    boolean isTooLong() {
        return window.offsetOf(end) - offset > LONGEST;
    }

    /** Of a line too long, its first bytes. */
    Overlong overlong() {
        return overlong;
    }

    byte[] bytes() {
        return window.bytes();
    }

    int from() {
        return start;
    }

    int to() {
        return end;
    }

    boolean hasNul() {
        return scan.sawNul();
    }

    boolean hasNonAscii() {
        return scan.sawNonAscii();
    }

    private void findLine() throws IOException {
        start = next;
        offset = window.offsetOf(start);
        content = false;
        overlong.begin();
        scan.begin();
        lineEnd = 0;
        int at = scan.find(window.bytes(), start, window.limit());
        while (at + encoding.unit > window.limit()) {
            if (at - start > LONGEST) {
                passOver(at);
            }
            int moved = window.more(start);
            if (moved < 0) {
                break;
            }
            start -= moved;
            at = scan.find(window.bytes(), at - moved, window.limit());
        }
        endLine(at);
    }

    private void endLine(int at) {
        boolean found = at + encoding.unit <= window.limit();
        end = found ? at : window.limit();
        next = found ? at + encoding.unit : end;
        if (found) {
            lineEnd = encoding.isUtf16() ? encoding.unitAt(window.bytes(), at) : (char) window.bytes()[at];
        }
        if (isTooLong()) {
            passOver(end);
        } else {
            content = hasContent(end);
        }
    }

    /** Lets the bytes of a line too long go, up to this place. */
    private void passOver(int to) {
        content = content || hasContent(to);
        overlong.add(window.bytes(), start, to);
        start = to;
    }

    private boolean hasContent(int to) {
        if (!encoding.isUtf16() && !scan.sawNul()) {
            return start < to;
        }
        for (int i = start; i < to; i++) {
            if (window.bytes()[i] != 0) {
                return true;
            }
        }
        // Half a code unit is malformed, and so a character, even when it is zero.
        return encoding.isUtf16() && (to - start) % 2 != 0;
    }
}
