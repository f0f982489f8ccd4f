package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file that are not blank, one after the other, in one reused array: what is told of a line holds until
 * {@link #next()}. Lines end with LF or CRLF; a byte order mark at the start is left out; all bytes are valid UTF-8.
 * Memory is bounded, whatever the file. Not thread-safe.
 */
public final class TsvLines {

    /** Longer lines are {@link #tooLong}. */
    static final int LONGEST = 1 << 20;

    private static final int FIRST_ROOM = 1 << 17;
    /** What is held of a line that is too long. */
    private static final int HELD = 1 << 16;

    private final InputStream in;
    private final Utf8Check utf8 = new Utf8Check();

    private byte[] buffer = new byte[FIRST_ROOM];
    /** Where in the file the buffer begins. */
    private long base;

    private int limit;
    private boolean ended;
    private int following;

    private int from;
    private int to;
    private long offset;
    private long number;
    private long blank;
    private boolean terminated;
    private boolean tooLong;

    TsvLines(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to the next line that is not blank.
     *
     * @return false at the end of the file
     * @throws BadMeasurementFileException when it is not UTF-8
     */
    public boolean next() throws IOException {
        while (read()) {
            if (!isBlank()) {
                return true;
            }
            blank++;
        }
        return false;
    }

    /** The line's number in the file, from 1; at the end, the number of lines. */
    public long number() {
        return number;
    }

    /** Where the line begins, in bytes from the start of the file. */
    public long offset() {
        return offset;
    }

    /** Whether the line has a line feed; false only for a file's last one. */
    public boolean terminated() {
        return terminated;
    }

    /** Whether it is longer than 1 MiB; then only its beginning is there. */
    public boolean tooLong() {
        return tooLong;
    }

    /** Whether it is this word, ASCII, but for white space around it. */
    public boolean is(String word) {
        int at = Space.skip(buffer, from, to);
        if (to - at < word.length() || buffer[at] != word.charAt(0)) {
            return false;
        }
        int end = at + word.length();
        for (int i = at; i < end; i++) {
            if (buffer[i] != word.charAt(i - at)) {
                return false;
            }
        }
        return Space.skip(buffer, end, to) == to;
    }

    /** What the line holds, at most its first 64 KiB, without its line end and without U+0000. */
    public String text() {
        return text(from, to);
    }

    /** A part of the array, likewise. */
    String text(int start, int end) {
        int held = Math.min(end, start + HELD);
        return new String(buffer, start, held - start, UTF_8).replace("\0", "");
    }

    /** The whole line without its line end, and nothing left out. */
    String exactText() {
        return new String(buffer, from, to - from, UTF_8);
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int length() {
        return to - from;
    }

    long blank() {
        return blank;
    }

    private boolean isBlank() {
        return !tooLong && Space.skip(buffer, from, to) == to;
    }

    private boolean read() throws IOException {
        from = following;
        offset = base + from;
        tooLong = false;
        terminated = false;
        int at = from;
        int bits = 0;
        while (true) {
            while (at < limit && buffer[at] != '\n') {
                bits |= buffer[at++];
            }
            if (at < limit || ended) {
                break;
            }
            at = fill();
        }
        terminated = at < limit;
        if (!terminated && at == from) {
            return false;
        }
        number++;
        following = terminated ? at + 1 : at;
        end(at, bits < 0);
        return true;
    }

    private void end(int at, boolean beyondAscii) throws IOException {
        if (tooLong) {
            utf8.check(buffer, HELD, at, true, number);
            to = HELD;
            return;
        }
        if (beyondAscii) {
            utf8.check(buffer, from, at, true, number);
        }
        to = at > from && buffer[at - 1] == '\r' ? at - 1 : at;
        if (number == 1 && startsWithMark()) {
            from += 3;
        }
    }

    private boolean startsWithMark() {
        return to - from >= 3
                && buffer[from] == (byte) 0xEF
                && buffer[from + 1] == (byte) 0xBB
                && buffer[from + 2] == (byte) 0xBF;
    }

    /** Reads on; returns where what is new begins. */
    private int fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, limit - from);
            base += from;
            limit -= from;
            from = 0;
        } else if (limit == buffer.length) {
            makeRoom();
        }
        int start = limit;
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
        } else {
            limit += read;
        }
        return start;
    }

    private void makeRoom() throws IOException {
        if (buffer.length < LONGEST) {
            byte[] larger = new byte[2 * buffer.length];
            System.arraycopy(buffer, 0, larger, 0, limit);
            buffer = larger;
            return;
        }
        // Only whole characters are let go; the beginning of the line stays.
        int whole = utf8.check(buffer, tooLong ? HELD : 0, limit, false, number + 1);
        System.arraycopy(buffer, whole, buffer, HELD, limit - whole);
        base += whole - HELD;
        limit -= whole - HELD;
        tooLong = true;
    }
}
