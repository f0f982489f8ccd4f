package org.atelier.machinelogs.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowChecksumTest {

    private static String of(byte[] bytes) {
        RowChecksum checksum = new RowChecksum();
        checksum.write(bytes, 0, bytes.length);
        return HexFormat.of().formatHex(checksum.value());
    }

    @Test
    void it_is_length_and_both_checks() {
        // The check values of both polynomials, as their definitions give them for these nine digits.
        assertThat(of("123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("0000000000000009" + "cbf43926" + "e3069283");
    }

    @Test
    void the_same_bytes_in_other_pieces_are_the_same() {
        byte[] bytes = new byte[1_000];
        new Random(3).nextBytes(bytes);
        RowChecksum checksum = new RowChecksum();
        checksum.write(bytes[0]);
        checksum.write(bytes, 1, 0);
        checksum.write(bytes, 1, 999);
        assertThat(HexFormat.of().formatHex(checksum.value())).isEqualTo(of(bytes));
    }

    @Test
    void one_changed_byte_two_swapped_and_one_more_are_others() {
        byte[] bytes = new byte[200];
        new Random(5).nextBytes(bytes);
        Set<String> seen = new HashSet<>(Set.of(of(bytes)));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i]++;
            assertThat(seen.add(of(changed))).isTrue();
            byte[] swapped = bytes.clone();
            swapped[i] = bytes[(i + 7) % bytes.length];
            swapped[(i + 7) % bytes.length] = bytes[i];
            assertThat(Arrays.equals(swapped, bytes) || seen.add(of(swapped))).isTrue();
        }
        assertThat(seen.add(of(Arrays.copyOf(bytes, 201)))).isTrue();
        assertThat(seen.add(of(Arrays.copyOf(bytes, 199)))).isTrue();
    }
}
