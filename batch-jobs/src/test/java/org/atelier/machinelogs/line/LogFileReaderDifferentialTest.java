package org.atelier.machinelogs.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader against {@link ReferenceReader}, over seeded random files. */
class LogFileReaderDifferentialTest {

    @Test
    void both_readers_agree_on_every_line_of_random_files_however_the_bytes_arrive() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] file = new RandomLogs(seed).file(random.nextInt(12));
            InputStream in = new Trickle(file, random, 1 + random.nextInt(40));
            assertThat(ReadLine.of(in, 4 + random.nextInt(60)))
                    .as("seed %d", seed)
                    .isEqualTo(ReferenceReader.read(file));
        }
    }

    @Test
    void both_readers_agree_on_lines_about_as_long_as_a_line_may_be() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            byte[] file = longLines(random);
            InputStream in = new Trickle(file, random, 70_000);
            assertThat(ReadLine.of(in, 4 + random.nextInt(200_000)))
                    .as("seed %d", seed)
                    .isEqualTo(ReferenceReader.read(file));
        }
    }

    private static byte[] longLines(Random random) {
        byte[] file = new byte[65_500 + random.nextInt(80) + random.nextInt(2) * (65_500 + random.nextInt(80))];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) (random.nextInt(2_000) == 0 ? 0 : 'a' + i % 26);
        }
        if (random.nextInt(3) == 0) {
            file[0] = (byte) 0xFF;
            file[1] = (byte) 0xFE;
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            int end = file.length - 1 - random.nextInt(Math.min(file.length - 4, i * 65_000));
            file[end] = (byte) (random.nextBoolean() ? '\n' : '\r');
            if (random.nextBoolean()) {
                file[end + 1 < file.length ? end + 1 : end] = 0;
            }
        }
        return file;
    }

    /** Gives a few bytes at a time, as a slow line would. */
    private static final class Trickle extends ByteArrayInputStream {

        private final Random random;
        private final int most;

        Trickle(byte[] bytes, Random random, int most) {
            super(bytes);
            this.random = random;
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 1 + random.nextInt(most)));
        }
    }
}
