package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people are told of a file, however bad it is. */
class WarningsTest {

    @Test
    void twenty_warnings_of_a_kind_are_told_then_how_many_there_are() {
        String[] rows = new String[1_000];
        Arrays.fill(rows, "10/03/26 10:00:00|a|b");
        IntStream.range(0, 500).forEach(i -> rows[2 * i] = "x|1|2");

        ReadFile read = ReadFile.of(Tsv.plain(rows));
        List<String> warnings = read.reading().warnings();

        assertThat(warnings).hasSize(42);
        assertThat(warnings.subList(0, 20)).allMatch(warning -> warning.startsWith("Could not parse timestamp 'x' in"));
        assertThat(warnings.get(20)).isEqualTo("Could not parse timestamp: 480 more, 500 in all");
        assertThat(warnings.subList(21, 41)).allMatch(warning -> warning.startsWith("Invalid value at column "));
        assertThat(warnings.get(41)).isEqualTo("Invalid value at column: 980 more, 1000 in all");
        assertThat(read.rejects()).hasSize(1_500);
    }

    @Test
    void just_twenty_need_no_total() {
        String[] rows = new String[21];
        Arrays.fill(rows, "10/03/26 10:00:00|a|1");
        rows[20] = "10/03/26 10:00:00|1|1";

        assertThat(ReadFile.of(Tsv.plain(rows)).reading().warnings())
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void l19_a_warning_is_told_once_short_and_on_one_line() {
        ReadFile read = ReadFile.of(Tsv.plain("10/03/26 10:00:00|1|\u001b[31m\r😀" + "y".repeat(1_000) + "|"));

        assertThat(read.reading().warnings())
                .singleElement()
                .asString()
                .startsWith("Invalid value at column 2 in line 3: ' [31m 😀yyy")
                .endsWith("yyy...'")
                .hasSizeLessThan(110);
    }
}
