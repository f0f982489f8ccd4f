package org.atelier.machinelogs.line;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The text of a line as valid UTF-8 without U+0000: in place where its bytes are that already, otherwise rewritten into
 * one reused array. After a byte order mark malformed input becomes U+FFFD; without one no byte is malformed.
 */
final class LineText {

    private static final char REPLACEMENT = '\uFFFD';

    private final Utf8Check check = new Utf8Check();
    private final Utf8Output output = new Utf8Output();
    private byte[] bytes = {};
    private int from;
    private int to;

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /**
     * Takes the line the splitter stands at, of a line too long what is kept of it; valid until the splitter moves on.
     */
    void take(LineSplitter line) {
        if (line.isTooLong()) {
            Overlong overlong = line.overlong();
            set(overlong.head(), 0, wholeUnits(line.encoding(), overlong));
            rewrite(line, overlong.isUtf8());
            to = Utf8Check.wholeCharacters(bytes, from, to);
            return;
        }
        set(line.bytes(), line.from(), line.to());
        if (line.encoding().isUtf16() || line.hasNul() || line.hasNonAscii()) {
            check.reset();
            check.feed(bytes, from, to);
            rewrite(line, check.isValid());
        }
    }

    /**
     * Rewrites what is not text as it stands.
     *
     * @param utf8 whether the whole line, of which this may be the beginning, is UTF-8 when its NULs are dropped
     */
    private void rewrite(LineSplitter line, boolean utf8) {
        if (line.encoding().isUtf16()) {
            fromUtf16(line.encoding());
        } else if (line.encoding() == FileEncoding.UTF_8 && line.hasNonAscii()) {
            fromMarkedUtf8(line.isTooLong());
        } else if (!utf8) {
            fromWindows1252();
        } else if (line.hasNul()) {
            output.begin(to - from);
            output.addBytes(bytes, from, to);
            setOutput();
        }
    }

    /** Malformed input is replaced first and U+0000 dropped then: a NUL within a character makes it malformed. */
    private void fromMarkedUtf8(boolean cut) {
        int whole = cut ? Utf8Check.wholeCharacters(bytes, from, to) : to;
        byte[] replaced = new String(bytes, from, whole - from, UTF_8).getBytes(UTF_8);
        output.begin(replaced.length);
        output.addBytes(replaced, 0, replaced.length);
        setOutput();
    }

    private void fromWindows1252() {
        output.begin(3 * (to - from));
        int i = from;
        while (i < to) {
            int special = Utf8Check.afterAscii(bytes, i, to);
            output.addBytes(bytes, i, special);
            if (special < to) {
                output.add(Windows1252.character(bytes[special]));
            }
            i = special + 1;
        }
        setOutput();
    }

    private void fromUtf16(FileEncoding encoding) {
        output.begin(3 * (to - from) / 2 + 3);
        int i = from;
        while (i + 1 < to) {
            char unit = encoding.unitAt(bytes, i);
            i += 2;
            if (!Character.isSurrogate(unit)) {
                output.add(unit);
            } else if (i + 1 < to && Character.isSurrogatePair(unit, encoding.unitAt(bytes, i))) {
                output.add(Character.toCodePoint(unit, encoding.unitAt(bytes, i)));
                i += 2;
            } else {
                output.add(REPLACEMENT);
            }
        }
        if (i < to) {
            output.add(REPLACEMENT);
        }
        setOutput();
    }

    /** Leaves out a surrogate whose other half was cut off. */
    private static int wholeUnits(FileEncoding encoding, Overlong overlong) {
        int last = overlong.length() - 2;
        boolean cut = encoding.isUtf16() && Character.isHighSurrogate(encoding.unitAt(overlong.head(), last));
        return cut ? last : overlong.length();
    }

    private void setOutput() {
        set(output.bytes(), 0, output.length());
    }

    private void set(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }
}
