package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.atelier.measurements.format.ReadFile.Point;
import org.atelier.measurements.format.ReadFile.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell gives: a point, a missing value, or an invalid one. */
class ValuesTest {

    private static final String STAMP = "10/03/26 10:00:00";

    @ParameterizedTest
    @CsvSource({
        "249.37, 249.37",
        "-0.1, -0.1",
        "+5, 5",
        "5., 5",
        ".5, 0.5",
        "-.5e1, -5",
        "1e3, 1000",
        "1E-3, 0.001",
        "' 1.5 ', 1.5",
        "007, 7",
        "1e-999, 0",
        "9007199254740993, 9007199254740992",
        "1.7976931348623157e308, 1.7976931348623157e308"
    })
    void a_number_is_a_point(String cell, double value) {
        ReadFile read = ReadFile.of(Tsv.plain(STAMP + "|" + cell + "|1"));

        assertThat(read.points()).first().isEqualTo(new Point(0, 1_773_136_800L, value));
        assertThat(read.rejects()).isEmpty();
    }

    @Test
    void minus_zero_is_a_number_and_keeps_its_sign() {
        assertThat(ReadFile.of(Tsv.plain(STAMP + "|-0.0|1")).values().get(0)).isEqualTo(-0.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "1,5",
                "NA",
                "nan",
                "NaN",
                "null",
                "inf",
                "-inf",
                "Infinity",
                "1_000",
                "1 000",
                "1d",
                "1f",
                "1.0F",
                "0x10",
                "0x1p3",
                "--1",
                "1-",
                "1e",
                "1e+",
                ".",
                "-",
                "+",
                "-.",
                "1.2.3",
                "1e5.0",
                "1e999",
                "-1e400",
                "é",
                "1\0",
                "\u00a01"
            })
    void rT11_rA6_a_cell_that_is_no_finite_number_is_invalid_and_the_others_are_read(String cell) {
        ReadFile read = ReadFile.of(Tsv.plain(STAMP + "|7|" + cell));

        assertThat(read.values()).containsExactly(7.0);
        assertThat(read.reading().rows().invalidValues()).isEqualTo(1);
        assertThat(read.reading().rows().missingValues()).isZero();
        assertThat(read.rejects()).containsExactly(new Rejected(3, 54, 2, "INVALID_VALUE", cell.replace("\0", "")));
        assertThat(read.reading().warnings()).singleElement().asString().startsWith("Invalid value at column 2");
        assertThat(read.reading().channels().get(1).points()).isZero();
    }

    @Test
    void rT11_a_file_of_one_bad_value_has_no_point_and_is_no_bad_file() {
        ReadFile read = ReadFile.of(Tsv.lines("02|02", "MV_T302_V002|Ph 1 V", STAMP + "|abc"));

        assertThat(read.points()).isEmpty();
        assertThat(read.reading().rows().invalidValues()).isEqualTo(1);
        assertThat(read.reading().warnings()).containsExactly("Invalid value at column 1 in line 3: 'abc'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|7|", "|7", "|7| ", "|7|\r"})
    void an_empty_cell_and_a_column_that_is_not_there_are_missing(String cells) {
        ReadFile read = ReadFile.of(Tsv.plain(STAMP + cells));

        assertThat(read.values()).containsExactly(7.0);
        assertThat(read.reading().rows().missingValues()).isEqualTo(1);
        assertThat(read.reading().rows().invalidValues()).isZero();
        assertThat(read.rejects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|7|8|9", "|7|8|", "|7|8|x|y|z"})
    void cells_beyond_the_columns_are_counted_by_the_row_and_not_read(String cells) {
        ReadFile read = ReadFile.of(Tsv.plain(STAMP + cells, STAMP + "|1|2"));

        assertThat(read.values()).containsExactly(7.0, 8.0, 1.0, 2.0);
        assertThat(read.reading().rows().longRows()).isEqualTo(1);
        assertThat(read.reading().rows().invalidValues()).isZero();
    }

    @Test
    void l26_figures_are_of_finite_values_only_and_stay_finite() {
        ReadFile read = ReadFile.of(
                Tsv.plain(STAMP + "|1.7e308|", STAMP + "|1.7e308|nan", STAMP + "|1.7e308|", STAMP + "|-1.7e308|inf"));

        assertThat(read.reading().channels().get(0))
                .isEqualTo(new ChannelFigures(read.channels().get(0), 4, -1.7e308, 1.7e308, 8.5e307));
        assertThat(read.reading().channels().get(1))
                .isEqualTo(new ChannelFigures(read.channels().get(1), 0, 0, 0, 0));
    }

    @Test
    void a_mean_is_not_worn_off_by_many_values() {
        String[] rows = new String[10_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = STAMP + "|0.1|" + (i % 2 == 0 ? "1e16" : "-1e16");
        }
        rows[0] = STAMP + "|0.1|10000";
        rows[1] = STAMP + "|0.1|0";

        List<ChannelFigures> figures = ReadFile.of(Tsv.plain(rows)).reading().channels();

        assertThat(figures.get(0).mean()).isEqualTo(0.1);
        assertThat(figures.get(1).mean()).isEqualTo(1.0);
    }

    @Test
    void rT9_values_are_doubles_whatever_they_look_like() {
        assertThat(ReadFile.of(Tsv.block("{}", STAMP + "|230|1", "10/03/26 10:10:00|231|2"))
                        .values())
                .containsExactly(230.0, 1.0, 231.0, 2.0);
    }
}
