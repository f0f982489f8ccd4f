package org.atelier.machinelogs.line;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Memory does not grow with a file: measured as the bytes this thread allocates. */
class LogFileReaderMemoryTest {

    private static final long MEBIBYTE = 1 << 20;

    @Test
    void lines_that_are_only_counted_or_blank_allocate_nothing() throws IOException {
        String lines = "20250527 08:00:00|@ToolChange: T12\r\n20250527 08:00:01|@AxisMoved: X=1\n\n";
        assertThat(allocatedFor(new Repeated(lines, 100 * MEBIBYTE), 3_000_000)).isLessThan(4 * MEBIBYTE);
    }

    @Test
    void a_line_without_end_needs_no_more_than_a_long_one() throws IOException {
        assertThat(allocatedFor(new Repeated("xyz", 100 * MEBIBYTE), 1)).isLessThan(4 * MEBIBYTE);
    }

    @Test
    void any_number_of_types_and_long_names_are_not_remembered() throws IOException {
        String line = "20250527 08:00:00|@" + "x".repeat(60_000) + "\n";
        try (LogFileReader reader =
                new LogFileReader(new Repeated(line, 10L * line.length()), ReadLine.PLAUSIBLE, ReadLine.DECODERS)) {
            reader.next();
            String first = reader.eventType();
            reader.next();
            assertThat(reader.eventType()).isEqualTo(first).isNotSameAs(first);
        }
    }

    @Test
    void closing_the_reader_closes_the_file() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream file = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        new LogFileReader(file, ReadLine.PLAUSIBLE, ReadLine.DECODERS).close();
        assertThat(closed).isTrue();
    }

    private static long allocatedFor(InputStream in, long leastLines) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long lines = 0;
        try (LogFileReader reader = new LogFileReader(in, ReadLine.PLAUSIBLE, ReadLine.DECODERS)) {
            while (reader.next()) {
                lines++;
            }
        }
        assertThat(lines).isGreaterThanOrEqualTo(leastLines);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** The same text over and over, so many bytes in all. */
    private static final class Repeated extends InputStream {

        private final byte[] text;
        private final long length;
        private long position;

        Repeated(String text, long length) {
            this.text = text.getBytes(US_ASCII);
            this.length = length;
        }

        @Override
        public int read() {
            return position < length ? text[(int) (position++ % text.length)] : -1;
        }

        @Override
        public int read(byte[] target, int from, int most) {
            if (position >= length) {
                return -1;
            }
            int at = (int) (position % text.length);
            int n = (int) Math.min(Math.min(most, text.length - at), length - position);
            System.arraycopy(text, at, target, from, n);
            position += n;
            return n;
        }
    }
}
