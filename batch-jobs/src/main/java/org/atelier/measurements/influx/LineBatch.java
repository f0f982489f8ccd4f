package org.atelier.measurements.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.atelier.files.Reject;

/** Lines of a batch, and where in the file each comes from. Not thread-safe. */
public final class LineBatch {

    private final LineBuffer buffer;
    private final int[] ends;
    private final long[] numbers;
    private final long[] offsets;
    private final int[] columns;
    private int lines;

    LineBatch(LineBuffer buffer, int most) {
        this.buffer = buffer;
        this.ends = new int[most];
        this.numbers = new long[most];
        this.offsets = new long[most];
        this.columns = new int[most];
    }

    /** A line was written to the buffer. */
    void ended(long number, long offset, int column) {
        ends[lines] = buffer.length();
        numbers[lines] = number;
        offsets[lines] = offset;
        columns[lines] = column;
        lines++;
    }

    int lines() {
        return lines;
    }

    /** How many bytes there are. */
    public int length() {
        return lines == 0 ? 0 : ends[lines - 1];
    }

    /** Copies all bytes, from the first one of an array on, which must be as long at least. */
    public void copyTo(byte[] bytes) {
        System.arraycopy(buffer.bytes(), 0, bytes, 0, length());
    }

    void clear() {
        buffer.clear();
        lines = 0;
    }

    private int start(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    /** Some of the lines, from one on and up to another, which is not among them; compressed. */
    byte[] gzip(int from, int to) throws IOException {
        return gzip(buffer.bytes(), start(from), start(to) - start(from));
    }

    /** All of a text, compressed. */
    static byte[] gzip(byte[] text) throws IOException {
        return gzip(text, 0, text.length);
    }

    private static byte[] gzip(byte[] text, int from, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes, 1 << 13)) {
            packed.write(text, from, length);
        }
        return bytes.toByteArray();
    }

    /** The reject of a line that the server does not take. */
    Reject reject(int line, String reason) {
        String text = new String(buffer.bytes(), start(line), start(line + 1) - start(line), UTF_8).strip();
        return new Reject(numbers[line], offsets[line], reason, text, columns[line]);
    }
}
