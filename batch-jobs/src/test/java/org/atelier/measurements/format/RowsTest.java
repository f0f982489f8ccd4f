package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.atelier.measurements.format.ReadFile.Point;
import org.atelier.measurements.format.ReadFile.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows: blank ones, markers, order, a last line that was cut. */
class RowsTest {

    private static final String ROW = "10/03/26 10:00:00|230.10|1.5";
    private static final long TEN = 1_773_136_800L;

    @Test
    void rT8_rA3_each_cell_of_a_row_is_a_point_in_whole_seconds() {
        ReadFile read = ReadFile.of(Tsv.lines(
                "02009001|02009001", "MV_T302_V002|Ph 1 V", "10/03/26 10:00:00|230.1", "10/03/26 10:10:00|231.2"));

        assertThat(read.points()).containsExactly(new Point(0, TEN, 230.1), new Point(0, TEN + 600, 231.2));
        assertThat(read.channels().get(0).field()).isEqualTo("M02009001_U1_V");
        assertThat(read.reading().rows()).isEqualTo(new RowCounts(4, 0, 2, 2, 2, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void blank_lines_are_ignored_wherever_they_are() {
        ReadFile read = ReadFile.of("\n \n" + Tsv.lines(Tsv.TWO, "", Tsv.TWO_TITLES, "||", ROW, "\r", ROW, "") + "  ");

        assertThat(read.points()).hasSize(4);
        assertThat(read.reading().rows()).isEqualTo(new RowCounts(11, 7, 2, 2, 4, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void l30_points_come_in_the_order_of_the_file_and_of_equal_stamps_the_last_one_is_last() {
        ReadFile read =
                ReadFile.of(Tsv.plain("10/03/26 10:10:00|1|2", "10/03/26 10:00:00|3|4", "10/03/26 10:10:00|5|6"));

        assertThat(read.stamps()).containsExactly(TEN + 600, TEN + 600, TEN, TEN, TEN + 600, TEN + 600);
        assertThat(read.values()).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        assertThat(read.reading().channels().get(0).points()).isEqualTo(3);
    }

    @Test
    void l29_restart_markers_are_stored_and_counted() {
        ReadFile read = ReadFile.of(Tsv.plain(ROW, "10/03/26 10:00:02|0|0", "10/03/26 10:00:03| 0 |0"));

        assertThat(read.values()).containsExactly(230.1, 1.5, 0.0, 0.0, 0.0, 0.0);
        assertThat(read.reading().rows().zeroMarkerRows()).isEqualTo(2);
    }

    @Test
    void l29_restart_markers_are_skipped_and_counted_as_used_when_the_rules_say_so() {
        ReadFile read =
                ReadFile.of(Tsv.plain(ROW, "10/03/26 10:00:02|0|0", "10/03/26 10:10:00|0.0|0"), ReadFile.NO_MARKERS);

        assertThat(read.values()).containsExactly(230.1, 1.5, 0.0, 0.0);
        assertThat(read.stamps()).containsExactly(TEN, TEN, TEN + 600, TEN + 600);
        assertThat(read.reading().rows()).isEqualTo(new RowCounts(5, 0, 2, 3, 4, 0, 0, 0, 0, 0, 1));
        assertThat(read.reading().channels().get(0).min()).isZero();
    }

    @Test
    void a_file_of_markers_alone_is_no_bad_file_when_they_are_skipped() {
        ReadFile read = ReadFile.of(Tsv.plain("10/03/26 10:00:02|0|0"), ReadFile.NO_MARKERS);

        assertThat(read.points()).isEmpty();
        assertThat(read.reading().rows().usedRows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|0.0|0", "|0|-0", "|0|00", "|0", "|0|", "|0|0.0", "|0|1"})
    void other_zeros_are_values(String cells) {
        ReadFile read = ReadFile.of(Tsv.plain("10/03/26 10:00:02" + cells), ReadFile.NO_MARKERS);

        assertThat(read.points()).isNotEmpty();
        assertThat(read.reading().rows().zeroMarkerRows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10/03/26 10:10:00|24", "10/03/26 10:10:0", "10/03/26 10:10:00|1|2", "1", "x\r"})
    void l25_a_last_line_without_a_line_feed_is_dropped_and_told(String cut) {
        ReadFile read = ReadFile.of(Tsv.plain(ROW) + cut.replace('|', '\t'));

        assertThat(read.values()).containsExactly(230.1, 1.5);
        assertThat(read.reading().rows()).isEqualTo(new RowCounts(4, 0, 2, 1, 2, 0, 0, 0, 1, 0, 0));
        assertThat(read.rejects())
                .containsExactly(new Rejected(
                        4, 83, 0, "TRUNCATED_LINE", cut.replace('|', '\t').strip()));
        assertThat(read.reading().warnings()).singleElement().asString().contains("(4)", "dropped");
    }

    @Test
    void l25_a_last_line_without_a_line_feed_is_used_when_the_rules_are_lenient() {
        ReadFile read = ReadFile.of(Tsv.plain(ROW) + "10/03/26 10:10:0\t24", ReadFile.LENIENT);

        assertThat(read.values()).containsExactly(230.1, 1.5, 24.0);
        assertThat(read.stamps().get(2)).isEqualTo(TEN + 600);
        assertThat(read.reading().rows()).isEqualTo(new RowCounts(4, 0, 2, 2, 3, 0, 0, 1, 0, 0, 0));
        assertThat(read.reading().warnings()).singleElement().asString().contains("used");
    }

    @Test
    void a_row_without_end_is_refused_in_bounded_memory_and_the_next_is_read() {
        String endless = "10/03/26 10:00:00\t" + "é".repeat(2_000_000);

        ReadFile read = ReadFile.of(Tsv.plain(ROW, endless, ROW));

        assertThat(read.points()).hasSize(4);
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo("LINE_TOO_LONG");
            assertThat(reject.line()).isEqualTo(4);
            assertThat(reject.text()).startsWith("10/03/26 10:00:00\tééé").hasSizeLessThan(1 << 16);
        });
        assertThat(read.reading().rows()).isEqualTo(new RowCounts(5, 0, 2, 3, 4, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void a_row_that_fits_is_read_whole() {
        String surplus = "|9".repeat(500_000);

        ReadFile read = ReadFile.of(Tsv.plain(ROW + surplus, ROW));

        assertThat(read.points()).hasSize(4);
        assertThat(read.reading().rows().longRows()).isEqualTo(1);
    }
}
