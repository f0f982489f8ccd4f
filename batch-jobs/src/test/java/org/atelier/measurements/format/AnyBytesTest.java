package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.atelier.measurements.point.ReadingRules;
import org.junit.jupiter.api.Test;

/** What holds for files of any bytes, however their bytes arrive. */
class AnyBytesTest {

    private static final List<String> BASES = List.of(
            Tsv.plain("10/03/26 10:00:00|230.10|1.5", "10/03/26 10:10:00|0|0", "x|1|2", "10/03/26 10:20:00|é|"),
            Tsv.block(
                    "{\"MasterType\":\"Tri\",\n\"é\":1}",
                    "10/03/26 10:00:00|230.10|1.5",
                    "",
                    "10/03/26 10:10:00|1|2|3"),
            Tsv.plain("10/03/26 10:00:00|230.10|1.5").replace("\n", "\r\n") + "10/03/26 10:10:00\t24");
    private static final byte[] NOISE = "\t\n\r 0123456789/:.-+eE_,x\0\u00c3\u00a9\u00ff{}\"".getBytes(ISO_8859_1);

    /** Gives its bytes in pieces of random length, or one by one. */
    private static final class Pieces extends ByteArrayInputStream {

        private final Random random;
        private final int longest;

        Pieces(byte[] bytes, Random random, int longest) {
            super(bytes);
            this.random = random;
            this.longest = longest;
        }

        @Override
        public synchronized int read(byte[] target, int at, int length) {
            return super.read(target, at, Math.min(length, 1 + random.nextInt(longest)));
        }
    }

    @Test
    void any_bytes_are_read_or_refused_and_each_line_is_counted_once() throws IOException {
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = damaged(random);
            Object outcome = outcome(new ByteArrayInputStream(bytes), rules(random));
            if (outcome instanceof ReadFile file) {
                read++;
                balances(file, bytes);
            }
        }
        assertThat(read).isGreaterThan(4_000);
    }

    @Test
    void how_the_bytes_arrive_makes_no_difference() throws IOException {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = damaged(random);
            ReadingRules rules = rules(random);

            Object whole = outcome(new ByteArrayInputStream(bytes), rules);

            assertThat(outcome(new Pieces(bytes, random, 1), rules)).isEqualTo(whole);
            assertThat(outcome(new Pieces(bytes, random, 20), rules)).isEqualTo(whole);
        }
    }

    @Test
    void how_long_lines_arrive_makes_no_difference() throws IOException {
        Random random = new Random(3);
        String row = "10/03/26 10:00:00|230.10|1.5";
        for (int length : List.of(1 << 16, 1 << 17, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20)) {
            String line = "10/03/26 10:10:00\t1\t2\t" + "é".repeat((length - 22) / 2) + "x".repeat(length % 2);
            byte[] bytes = Tsv.plain(row, line, row).getBytes(UTF_8);

            Object whole = outcome(new ByteArrayInputStream(bytes), ReadFile.RULES);

            assertThat(whole)
                    .isInstanceOfSatisfying(
                            ReadFile.class,
                            file -> assertThat(file.reading().rows().longRows()).isEqualTo(length < 1 << 20 ? 1 : 0));
            assertThat(outcome(new Pieces(bytes, random, 5_000), ReadFile.RULES))
                    .isEqualTo(whole);
            assertThat(outcome(new Pieces(bytes, random, 1 << 21), ReadFile.RULES))
                    .isEqualTo(whole);
        }
    }

    /** What was read, or why nothing was. */
    private static Object outcome(InputStream in, ReadingRules rules) throws IOException {
        try {
            ReadFile file = ReadFile.of(in, rules);
            assertThat(in.read()).as("read to its end").isNegative();
            return file;
        } catch (BadMeasurementFileException refused) {
            return refused.code() + ": " + refused.getMessage();
        }
    }

    private static void balances(ReadFile file, byte[] bytes) {
        RowCounts rows = file.reading().rows();
        long lines =
                new String(bytes, ISO_8859_1).chars().filter(c -> c == '\n').count();
        boolean cut = bytes[bytes.length - 1] != '\n';
        assertThat(rows.lines()).isEqualTo(lines + (cut ? 1 : 0));
        assertThat(rows.lines())
                .isEqualTo(rows.blank()
                        + rows.structural()
                        + rows.usedRows()
                        + rows.invalidTimestamps()
                        + rows.truncatedLines());
        assertThat(rows.structural()).isBetween(2L, rows.lines());
        assertThat(file.rejects())
                .hasSize((int) (rows.invalidTimestamps() + rows.invalidValues() + rows.truncatedLines()));
        assertThat(file.points())
                .hasSize((int) rows.points())
                .allSatisfy(point -> assertThat(point.value()).isFinite());
        assertThat(file.reading().channels().stream()
                        .mapToLong(ChannelFigures::points)
                        .sum())
                .isEqualTo(rows.points());
        if (file.reading().rows().zeroMarkerRows() == 0) {
            assertThat(rows.points() + rows.invalidValues() + rows.missingValues())
                    .isEqualTo(rows.usedRows() * file.channels().size());
        }
    }

    private static ReadingRules rules(Random random) {
        return List.of(ReadFile.RULES, ReadFile.LENIENT, ReadFile.NO_MARKERS).get(random.nextInt(3));
    }

    private static byte[] damaged(Random random) {
        byte[] bytes = BASES.get(random.nextInt(BASES.size())).getBytes(UTF_8);
        int damages = random.nextInt(4);
        for (int i = 0; i < damages; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = NOISE[random.nextInt(NOISE.length)];
                case 1 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 2 -> bytes = without(bytes, at);
                default -> bytes[at] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at) {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
        return shorter.length == 0 ? bytes : shorter;
    }
}
