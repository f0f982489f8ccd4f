package org.atelier.machinelogs.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any bytes are readable, and no line is lost. */
class LogFileReaderPropertyTest {

    @Test
    void a_million_lines_of_random_bytes_are_read_and_counted() throws IOException {
        Random random = new Random(20250527);
        byte[] file = new byte[16_000_000];
        random.nextBytes(file);
        file[0] = 'x';
        long lines = 1;
        for (int i = 0; i < file.length; i++) {
            // A line end about every sixteen bytes; carriage returns would make counting the same work twice.
            if (i % 16 == 15 || file[i] == '\r') {
                file[i] = '\n';
            }
            lines += file[i] == '\n' ? 1 : 0;
        }
        // The last line end is at the end of the file: no line begins behind it.
        assertBalance(file, lines - 1);
    }

    @Test
    void a_million_damaged_lines_are_read_and_counted() throws IOException {
        long lines = 0;
        for (int seed = 1_000_000; lines < 1_000_000; seed++) {
            byte[] file = new RandomLogs(seed).file(5_000);
            long read = assertBalance(file, -1);
            lines += read;
        }
    }

    private static long assertBalance(byte[] file, long expected) throws IOException {
        Map<LineKind, Long> counts = new EnumMap<>(LineKind.class);
        long last = 0;
        long offset = -1;
        try (LogFileReader reader =
                new LogFileReader(new ByteArrayInputStream(file), ReadLine.PLAUSIBLE, ReadLine.DECODERS)) {
            while (reader.next()) {
                counts.merge(reader.kind(), 1L, Long::sum);
                assertThat(reader.lineNumber()).isEqualTo(++last);
                assertThat(reader.byteOffset()).isGreaterThan(offset);
                offset = reader.byteOffset();
                assertStorable(reader.raw());
            }
        }
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(last);
        if (expected >= 0) {
            assertThat(last).isEqualTo(expected);
        }
        return last;
    }

    private static void assertStorable(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            int c = raw.codePointAt(i);
            boolean bad = c == 0 || c == '\n' || (c >= 0xD800 && c <= 0xDFFF);
            assertThat(bad).isFalse();
            i += c > 0xFFFF ? 1 : 0;
        }
    }
}
