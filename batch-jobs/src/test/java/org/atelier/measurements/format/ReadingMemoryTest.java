package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.List;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.atelier.measurements.point.ReadingRules;
import org.junit.jupiter.api.Test;

/** Memory does not grow with a file: measured as the bytes this thread allocates. */
class ReadingMemoryTest {

    private static final long MEBIBYTE = 1 << 20;
    private static final String ROWS = Tsv.lines(
            "10/03/26 10:00:00|230.10|-1.5|0.0|1234.5|99.99|7|-0.0|250",
            "10/03/26 10:10:00|0|0|0|0|0|0|0|0",
            "11/03/26 10:20:00|231.10|1.5||-3e2|99|7",
            "");
    private static final ReadingRules IN_ZONE =
            new ReadingRules(ReadFile.RULES.lastLine(), ReadFile.RULES.zeroMarkers(), ZoneId.of("Europe/Paris"));

    @Test
    void a_file_of_any_length_allocates_nothing_by_the_cell() throws IOException {
        read(ROWS, MEBIBYTE, ReadFile.RULES);
        assertThat(allocated(ROWS, 20 * MEBIBYTE, 800_000, ReadFile.RULES)).isLessThan(MEBIBYTE);
    }

    @Test
    void nor_where_stamps_are_of_a_zone() throws IOException {
        read(ROWS, MEBIBYTE, IN_ZONE);
        // Two days by turns: each is looked up anew.
        long rows = 5 * MEBIBYTE / ROWS.length() * 3;
        assertThat(allocated(ROWS, 5 * MEBIBYTE, rows, IN_ZONE)).isLessThan(rows * 400);
    }

    @Test
    void a_line_without_end_needs_no_more_than_a_long_one() throws IOException {
        assertThat(allocated("xyz", 40 * MEBIBYTE, 0, ReadFile.RULES)).isLessThan(5 * MEBIBYTE);
    }

    private static long allocated(String text, long length, long leastPoints, ReadingRules rules) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long points = read(text, length, rules);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(points).isGreaterThanOrEqualTo(leastPoints);
        return allocated;
    }

    /** Reads eight columns of rows, the same text over and over; gives the number of points. */
    private static long read(String text, long length, ReadingRules rules) throws IOException {
        String header = Tsv.lines("02" + "|02".repeat(8), "MV_T302_V002" + "|Voie W".repeat(8), "10/03/26 09:00:00|1");
        InputStream in = new SequenceInputStream(
                new ByteArrayInputStream(header.getBytes(UTF_8)), new Repeated(text.getBytes(UTF_8), length));
        return MeasurementFile.read(in, rules, new Nobody(), (line, offset, column, reason, cell) -> {})
                .rows()
                .points();
    }

    /** Takes points and keeps none. */
    private static final class Nobody implements PointConsumer {

        @Override
        public void channels(List<Channel> channels) {
            assertThat(channels).hasSize(8);
        }

        @Override
        public void point(int channel, long epochSecond, double value) {
            // Nothing to keep.
        }
    }

    /** The same text over and over, so many bytes in all. */
    private static final class Repeated extends InputStream {

        private final byte[] text;
        private final long length;
        private long position;

        Repeated(byte[] text, long length) {
            this.text = text;
            this.length = length;
        }

        @Override
        public int read() {
            return position == length ? -1 : text[(int) (position++ % text.length)] & 0xFF;
        }

        @Override
        public int read(byte[] target, int at, int count) {
            if (position == length) {
                return -1;
            }
            int start = (int) (position % text.length);
            int piece = (int) Math.min(Math.min(count, text.length - start), length - position);
            System.arraycopy(text, start, target, at, piece);
            position += piece;
            return piece;
        }
    }
}
