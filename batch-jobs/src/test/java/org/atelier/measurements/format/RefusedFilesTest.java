package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files that are refused, each with its reason. */
class RefusedFilesTest {

    private static final String ROW = "10/03/26 10:00:00|230.10|1.5";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t\n", "\uFEFF", "\uFEFF\n\n"})
    void a_file_without_a_word_is_empty(String text) {
        assertThat(ReadFile.refusal(text)).isEqualTo("EMPTY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MV_T202_V002", "mv_t302_v002", "MV_T302_V0021", "xMV_T302_V002", "10/03/26 10:00:00"})
    void rA7_rA9_an_unknown_marker_is_named(String marker) {
        byte[] text = Tsv.plain(ROW).replace("MV_T302_V002", marker).getBytes(UTF_8);

        assertThatThrownBy(() -> ReadFile.of(new ByteArrayInputStream(text), ReadFile.RULES))
                .isInstanceOf(BadMeasurementFileException.class)
                .hasMessageContaining("'" + marker + "'")
                .extracting(refused -> ((BadMeasurementFileException) refused).code())
                .isEqualTo("UNSUPPORTED_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "02009001|02009001\n", "{}\n", "START_DATA\n", "start_header\n{}\nEND_HEADER\n"})
    void rA7_a_file_that_is_none_has_an_unknown_marker(String text) {
        assertThat(ReadFile.refusal(text)).isEqualTo("UNSUPPORTED_FORMAT");
    }

    @Test
    void a_marker_that_is_shown_is_short_and_on_one_line() {
        byte[] text = Tsv.lines("02|02", "a\rb\u001b[31m" + "c".repeat(500)).getBytes(UTF_8);

        assertThatThrownBy(() -> ReadFile.of(new ByteArrayInputStream(text), ReadFile.RULES))
                .message()
                .contains("'a b [31mccc")
                .hasSizeLessThan(120);
    }

    @Test
    void serials_and_titles_of_different_number_do_not_fit() {
        assertThat(ReadFile.refusal(Tsv.lines(Tsv.TWO, Tsv.TWO_TITLES + "|Voie2 W", ROW)))
                .isEqualTo("HEADER_WIDTH_MISMATCH");
        assertThat(ReadFile.refusal(Tsv.lines(Tsv.TWO + "|02009001", Tsv.TWO_TITLES, ROW)))
                .isEqualTo("HEADER_WIDTH_MISMATCH");
        assertThat(ReadFile.refusal(Tsv.lines(Tsv.TWO, "MV_T302_V002", ROW))).isEqualTo("HEADER_WIDTH_MISMATCH");
    }

    @Test
    void a_file_must_name_a_channel() {
        assertThat(ReadFile.refusal(Tsv.lines("02009001", "MV_T302_V002", ROW))).isEqualTo("NO_CHANNEL");
    }

    @Test
    void a_file_must_have_a_row_in_both_structures() {
        assertThat(ReadFile.refusal(Tsv.plain())).isEqualTo("NO_DATA_ROW");
        assertThat(ReadFile.refusal(Tsv.plain() + "10/03/26 10:0")).isEqualTo("NO_DATA_ROW");
        assertThat(ReadFile.refusal(Tsv.block("{}"))).isEqualTo("NO_DATA_ROW");
    }

    @Test
    void a_file_must_have_a_valid_stamp_in_both_structures() {
        assertThat(ReadFile.refusal(Tsv.plain("x|1|2", "2026-01-01 10:00:00|1|2")))
                .isEqualTo("NO_VALID_STAMP");
        assertThat(ReadFile.refusal(Tsv.block("{}", "x|1|2"))).isEqualTo("NO_VALID_STAMP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00e9",
                "\u00c3",
                "\u00c0\u0080",
                "\u00ed\u00a0\u0080",
                "\u00f5\u0080\u0080\u0080",
                "\u00ff",
                "\u00e2\u0082"
            })
    void bytes_that_are_no_utf8_refuse_the_file_wherever_they_are(String bytes) {
        String plain = Tsv.plain(ROW, ROW);
        String block = Tsv.block("{}", ROW);
        assertThat(refusal(bytes + plain)).isEqualTo("NOT_UTF8");
        assertThat(refusal(plain.replace("Four", "F" + bytes))).isEqualTo("NOT_UTF8");
        assertThat(refusal(plain + "10/03/26 10:00:00\t1\t2\t" + bytes + "\n")).isEqualTo("NOT_UTF8");
        assertThat(refusal(plain + bytes)).isEqualTo("NOT_UTF8");
        assertThat(refusal(plain + "x".repeat(3_000_000) + bytes + "\n")).isEqualTo("NOT_UTF8");
        assertThat(refusal(block.replace("{}", "{\"a\":\"" + bytes + "\"}"))).isEqualTo("NOT_UTF8");
        assertThat(refusal(block + bytes)).isEqualTo("NOT_UTF8");
    }

    @Test
    void titles_without_end_are_none() {
        String endless = "|a W".repeat(400_000);
        assertThat(ReadFile.refusal(Tsv.lines(Tsv.TWO, Tsv.TWO_TITLES + endless, ROW)))
                .isEqualTo("HEADER_TOO_LONG");
    }

    private static String refusal(String latin) {
        return ReadFile.refusal(latin.getBytes(ISO_8859_1), ReadFile.RULES);
    }
}
