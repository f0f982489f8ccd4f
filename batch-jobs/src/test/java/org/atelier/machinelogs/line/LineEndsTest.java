package org.atelier.machinelogs.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineEndsTest {

    @Test
    void lf_crlf_and_cr_end_a_line_and_may_be_mixed() {
        List<ReadLine> lines = ReadLine.of("a\nb\r\nc\rd\n\re\r\r\nf".getBytes(UTF_8));
        assertThat(lines).extracting(ReadLine::raw).containsExactly("a", "b", "c", "d", "", "e", "", "f");
        assertThat(lines).extracting(ReadLine::byteOffset).containsExactly(0L, 2L, 5L, 7L, 9L, 10L, 12L, 14L);
        assertThat(lines).extracting(ReadLine::lineNumber).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void only_a_last_line_without_a_line_end_is_not_terminated() {
        assertThat(ReadLine.of("a\nb".getBytes(UTF_8)))
                .extracting(ReadLine::terminated)
                .containsExactly(true, false);
        assertThat(ReadLine.of("a\nb\r".getBytes(UTF_8)))
                .extracting(ReadLine::terminated)
                .containsExactly(true, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\0\0\0\0", "\u00EF\u00BB\u00BF", "\u00FF\u00FE", "\u00FE\u00FF\0\0"})
    void a_file_of_nothing_a_mark_or_nuls_has_no_line(String bytes) {
        assertThat(ReadLine.of(bytes.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void nuls_are_dropped_before_line_ends_are_looked_for() {
        List<ReadLine> lines = ReadLine.of("a\r\0\0\nb\0c\0\n\0\n\r\0d\0\r\n\0".getBytes(UTF_8));
        assertThat(lines).extracting(ReadLine::raw).containsExactly("a", "bc", "", "", "d");
        assertThat(lines).extracting(ReadLine::byteOffset).containsExactly(0L, 5L, 10L, 12L, 13L);
    }

    @Test
    void in_utf_16_too() {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            List<ReadLine> lines = ReadLine.of("\uFEFFa\r\0\nb\0c\u0A0D\u0D0A\nd\0".getBytes(charset));
            assertThat(lines).extracting(ReadLine::raw).containsExactly("a", "bc\u0A0D\u0D0A", "d");
            assertThat(lines).extracting(ReadLine::byteOffset).containsExactly(2L, 10L, 22L);
            assertThat(lines).extracting(ReadLine::terminated).containsExactly(true, true, false);
        }
    }

    @Test
    void other_separators_of_unicode_end_no_line() {
        assertThat(ReadLine.of("a\u0085b\u2028c\u2029d\u000Be\ff\n".getBytes(UTF_8)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"65535, 0", "65536, 0", "65537, 1", "65538, 1", "131072, 1", "400000, 1"})
    void more_than_65536_bytes_are_too_long_however_the_line_ends(int bytes, int rejects) {
        for (String end : List.of("\n", "\r\n", "\r", "")) {
            String head = "20250527 08:00:00|@A:";
            String file = head + "x".repeat(bytes - head.length()) + end;
            List<ReadLine> lines = ReadLine.of(file.getBytes(UTF_8));
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).reason()).isEqualTo(rejects == 1 ? RejectReason.LINE_TOO_LONG : null);
            assertThat(lines.get(0).raw()).isEqualTo(file.substring(0, Math.min(bytes, 65_536)));
            assertThat(lines.get(0).terminated()).isEqualTo(!end.isEmpty());
        }
    }

    @Test
    void bytes_count_as_they_are_in_the_file_nuls_and_utf_16_too() {
        String blank = "\0".repeat(65_537);
        assertThat(ReadLine.of((blank + "\nx\n").getBytes(UTF_8)))
                .extracting(ReadLine::reason)
                .containsExactly(RejectReason.LINE_TOO_LONG, RejectReason.NO_SEPARATOR);
        assertThat(ReadLine.of(("\uFEFF" + " ".repeat(32_768) + "\r\n" + " ".repeat(32_769)).getBytes(UTF_16LE)))
                .extracting(ReadLine::kind)
                .containsExactly(LineKind.BLANK, LineKind.REJECTED);
    }

    @Test
    void of_two_lines_too_long_each_keeps_its_own_beginning() {
        List<ReadLine> lines = ReadLine.of(("é".repeat(40_000) + "\n" + "b".repeat(70_000) + "\n").getBytes(UTF_8));
        assertThat(lines).extracting(ReadLine::raw).containsExactly("é".repeat(32_768), "b".repeat(65_536));
    }

    @Test
    void the_line_behind_one_too_long_is_read_at_its_place() {
        String file = "a\n" + "y".repeat(300_000) + "\r\n20250527 08:00:00|@A\n";
        List<ReadLine> lines = ReadLine.of(file.getBytes(UTF_8));
        assertThat(lines)
                .extracting(ReadLine::kind)
                .containsExactly(LineKind.REJECTED, LineKind.REJECTED, LineKind.EVENT);
        assertThat(lines).extracting(ReadLine::byteOffset).containsExactly(0L, 2L, 300_004L);
    }
}
