package org.atelier.machinelogs.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.atelier.machinelogs.event.PieceProduced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {

    private static final String LINE = "20250527 08:00:00|@StukUitgevoerd: Châssis €5\r\n";

    @Test
    void every_encoding_gives_the_same_event() {
        List<byte[]> files = List.of(
                LINE.getBytes(UTF_8),
                LINE.getBytes(Charset.forName("windows-1252")),
                ("\uFEFF" + LINE).getBytes(UTF_8),
                ("\uFEFF" + LINE).getBytes(UTF_16LE),
                ("\uFEFF" + LINE).getBytes(UTF_16BE));
        for (byte[] file : files) {
            List<ReadLine> lines = ReadLine.of(file);
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).event()).isEqualTo(new PieceProduced("Châssis €5"));
        }
    }

    @Test
    void a_line_is_utf_8_or_windows_1252_by_itself() {
        byte[] file = "\u00C3\u00A9\n\u00E9 \u00C3\u00A9\n\u0080\u0099\n".getBytes(ISO_8859_1);
        assertThat(ReadLine.of(file)).extracting(ReadLine::raw).containsExactly("é", "é Ã©", "€™");
    }

    @Test
    void the_five_bytes_windows_1252_leaves_out_are_read_as_iso_8859_1() {
        String five = "\u0081\u008D\u008F\u0090\u009D";
        assertThat(ReadLine.of((five + "\n").getBytes(ISO_8859_1)).get(0).raw()).isEqualTo(five);
    }

    /** Bytes are written as ISO-8859-1. */
    @ParameterizedTest
    @CsvSource({
        "'\u00C0\u00AF', 'À¯'", // overlong
        "'\u00ED\u00A0\u0080', 'í\u00A0€'", // a surrogate
        "'\u00F4\u0090\u0080\u0080', 'ô\u0090€€'", // above U+10FFFF
        "'\u00E2\u0082', 'â‚'", // cut off
        "'\u0080', '€'", // a continuation of nothing
        "'\u00E2\u0082\u00AC', '€'",
        "'\u00F0\u009F\u0098\u0080', '\uD83D\uDE00'",
    })
    void without_a_mark_what_is_not_strictly_utf_8_is_windows_1252(String bytes, String text) {
        assertThat(ReadLine.of((bytes + "\n").getBytes(ISO_8859_1)).get(0).raw())
                .isEqualTo(text);
    }

    @Test
    void without_a_mark_nuls_are_dropped_before_the_encoding_is_decided() {
        assertThat(ReadLine.of("\u00C3\0\u00A9\n".getBytes(ISO_8859_1)).get(0).raw())
                .isEqualTo("é");
        assertThat(ReadLine.of("a\0b\u00E9\0\n".getBytes(ISO_8859_1)).get(0).raw())
                .isEqualTo("abé");
    }

    @Test
    void after_a_mark_malformed_input_is_replaced() {
        byte[] utf8 = "\u00EF\u00BB\u00BFa\u00E9b\u00E2\u0082\nc\u00C3\0\u00A9".getBytes(ISO_8859_1);
        assertThat(ReadLine.of(utf8)).extracting(ReadLine::raw).containsExactly("a\uFFFDb\uFFFD", "c\uFFFD\uFFFD");
        byte[] utf16 = "\u00FF\u00FE\0\u00D8a\0\0\u00DC\0\u00D8\n\0=\u00D8\0\u00DEb".getBytes(ISO_8859_1);
        assertThat(ReadLine.of(utf16))
                .extracting(ReadLine::raw)
                .containsExactly("\uFFFDa\uFFFD\uFFFD", "\uD83D\uDE00\uFFFD");
    }

    @Test
    void half_a_code_unit_at_the_end_is_a_line_even_when_it_is_zero() {
        List<ReadLine> lines = ReadLine.of("\u00FF\u00FEa\0\n\0\0".getBytes(ISO_8859_1));
        assertThat(lines).extracting(ReadLine::raw).containsExactly("a", "\uFFFD");
        assertThat(lines).extracting(ReadLine::terminated).containsExactly(true, false);
    }

    @Test
    void white_space_of_windows_1252_is_trimmed_too() {
        byte[] file =
                "20250527 08:00:00\u00A0|@\u00A0StukUitgevoerd\u00A0:\u00A0\u00E9\u00A0\n\u00A0\n".getBytes(ISO_8859_1);
        List<ReadLine> lines = ReadLine.of(file);
        assertThat(lines.get(0).event()).isEqualTo(new PieceProduced("é"));
        assertThat(lines.get(1).kind()).isEqualTo(LineKind.BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "€", "\uD83D\uDE00"})
    void of_a_line_too_long_only_a_character_that_is_cut_is_left_out(String character) {
        int width = character.getBytes(UTF_8).length;
        for (int ahead = 0; ahead < 5; ahead++) {
            String text = "x".repeat(ahead) + character.repeat(70_000 / width);
            String head = "x".repeat(ahead) + character.repeat((65_536 - ahead) / width);
            assertThat(ReadLine.of(text.getBytes(UTF_8)).get(0).raw()).isEqualTo(head);
            assertThat(ReadLine.of(("\uFEFF" + text).getBytes(UTF_8)).get(0).raw())
                    .isEqualTo(head);
        }
    }

    @Test
    void of_a_line_too_long_the_whole_decides_the_encoding_and_no_character_is_cut() {
        String text = "x" + "é".repeat(60_000);
        String head = "x" + "é".repeat(32_767);
        assertThat(ReadLine.of((text + "\n").getBytes(UTF_8)).get(0).raw()).isEqualTo(head);
        assertThat(ReadLine.of(("\uFEFF" + text + "\n").getBytes(UTF_8)).get(0).raw())
                .isEqualTo(head);
        byte[] bytes = (text + "\n").getBytes(UTF_8);
        bytes[bytes.length - 2] = 'x';
        assertThat(ReadLine.of(bytes).get(0).raw()).startsWith("xÃ©Ã©").hasSize(65_536);
        String smileys = "x" + "\uD83D\uDE00".repeat(20_000);
        assertThat(ReadLine.of(("\uFEFF" + smileys).getBytes(UTF_16LE)).get(0).raw())
                .isEqualTo("x" + "\uD83D\uDE00".repeat(16_383));
    }
}
