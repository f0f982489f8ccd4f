package org.atelier.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionedSpillTest {

    @TempDir
    private Path directory;

    @Test
    void every_partition_comes_back_in_the_order_it_came() throws IOException {
        Random random = new Random(7);
        ByteArrayOutputStream[] expected =
                Stream.generate(ByteArrayOutputStream::new).limit(5).toArray(ByteArrayOutputStream[]::new);
        try (PartitionedSpill spill = new PartitionedSpill(directory, expected.length)) {
            for (int i = 0; i < 2_000; i++) {
                byte[] row = new byte[random.nextInt(i % 500 == 0 ? 100_000 : 200)];
                random.nextBytes(row);
                int length = row.length == 0 ? 0 : random.nextInt(row.length);
                int partition = random.nextInt(4);
                spill.add(partition, row, length);
                expected[partition].write(row, 0, length);
            }
            for (int i = 0; i < expected.length; i++) {
                assertThat(spill.bytes(i)).isEqualTo(expected[i].toByteArray());
            }
        }
    }

    @Test
    void a_partition_ends_with_a_block() throws IOException {
        byte[] block = new byte[1 << 14];
        block[1] = 5;
        try (PartitionedSpill spill = new PartitionedSpill(directory, 1)) {
            for (int blocks = 1; blocks <= 3; blocks++) {
                spill.add(0, block, block.length);
                assertThat(spill.bytes(0)).hasSize(blocks * block.length).startsWith(0, 5, 0);
            }
        }
    }

    @Test
    void little_needs_no_file_and_nothing_is_left_behind() throws IOException {
        try (PartitionedSpill spill = new PartitionedSpill(directory.resolve("missing"), 3)) {
            spill.add(2, new byte[10_000], 10_000);
            assertThat(spill.bytes(2)).hasSize(10_000);
            assertThatThrownBy(() -> spill.add(2, new byte[10_000], 10_000)).isInstanceOf(IOException.class);
        }
        try (PartitionedSpill spill = new PartitionedSpill(directory, 3)) {
            spill.add(1, new byte[100_000], 100_000);
        }
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }
}
