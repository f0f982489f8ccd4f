package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One more class is one more format: nothing else knows of {@link NotedFormat}. */
class AddTsvFormatTest {

    private static final String ROW = "10/03/26 10:00:00|230.10|1.5";

    @Test
    void a_format_is_found_by_itself_and_chosen_by_the_first_line() {
        ReadFile read = ReadFile.of(Tsv.lines("# noted 1", "# more", Tsv.TWO, Tsv.TWO_TITLES, ROW, "# end", ROW));

        assertThat(read.reading().structure()).isEqualTo("noted");
        assertThat(read.values()).containsExactly(230.1, 1.5);
        assertThat(read.reading().warnings()).containsExactly("Notes are not kept.");
    }

    @Test
    void lines_that_a_format_leaves_are_counted_and_must_be_utf8() {
        String text = Tsv.lines("# noted 1", Tsv.TWO, Tsv.TWO_TITLES, ROW, "# end", ROW, "", ROW);

        assertThat(ReadFile.of(text).reading().rows()).isEqualTo(new RowCounts(8, 1, 6, 1, 2, 0, 0, 0, 0, 0, 0));
        byte[] bytes = (text + "x").getBytes(UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;
        assertThat(ReadFile.refusal(bytes, ReadFile.RULES)).isEqualTo("NOT_UTF8");
    }

    @Test
    void a_format_that_never_gets_a_table_refuses_the_file() {
        assertThat(ReadFile.refusal(Tsv.lines("# noted 1", Tsv.TWO))).isEqualTo("NO_DATA_ROW");
    }

    @Test
    void the_other_files_are_read_as_before() {
        assertThat(ReadFile.of(Tsv.plain(ROW)).reading().structure()).isEqualTo("plain");
        assertThat(ReadFile.of(Tsv.block("{}", ROW)).reading().structure()).isEqualTo("header-block");
    }
}
