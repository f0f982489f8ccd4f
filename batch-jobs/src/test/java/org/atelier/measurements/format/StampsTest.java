package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stamps of rows, as UTC. */
class StampsTest {

    @ParameterizedTest
    @CsvSource({
        "05/01/26 10:00:00, 2026-01-05T10:00:00Z",
        "'  05/01/26 10:00:00 ', 2026-01-05T10:00:00Z",
        "5/1/26 1:2:3, 2026-01-05T01:02:03Z",
        "29/02/24 23:59:59, 2024-02-29T23:59:59Z",
        "01/01/00 00:00:00, 2000-01-01T00:00:00Z",
        "31/12/68 23:59:59, 2068-12-31T23:59:59Z",
        "01/01/69 00:00:00, 1969-01-01T00:00:00Z",
        "31/12/99 12:00:00, 1999-12-31T12:00:00Z",
        "01/01/20 01:00:02, 2020-01-01T01:00:02Z"
    })
    void l15_l16_a_stamp_is_day_month_year_in_utc(String stamp, Instant time) {
        FileReading reading = ReadFile.of(Tsv.plain(stamp + "|1|2")).reading();

        assertThat(reading.first()).isEqualTo(time);
        assertThat(reading.last()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/04/26 10:00:00",
                "29/02/26 10:00:00",
                "01/13/26 10:00:00",
                "00/01/26 10:00:00",
                "01/00/26 10:00:00",
                "32/01/26 10:00:00",
                "01/01/26 24:00:00",
                "01/01/26 10:60:00",
                "01/01/26 10:00:60",
                "01/01/2026 10:00:00",
                "01/01/6 10:00:00",
                "2026-01-01 10:00:00",
                "2026-01-01T10:00:00Z",
                "01/01/26 10:00",
                "01/01/26 10:00:",
                "01/01/26 10:00:00.5",
                "01/01/26 10:00:000",
                "001/01/26 10:00:00",
                "01/01/26",
                "01/01/26 ",
                "01-01-26 10:00:00",
                "01/01/26T10:00:00",
                "-1/01/26 10:00:00",
                "0x/01/26 10:00:00",
                "",
                " ",
                "?"
            })
    void rT10_rA5_a_row_with_a_bad_stamp_is_refused_and_the_others_are_read(String stamp) {
        ReadFile read = ReadFile.of(Tsv.plain("10/03/26 10:00:00|1|2", stamp + "|3|4"));

        assertThat(read.values()).containsExactly(1.0, 2.0);
        assertThat(read.reading().rows().rows()).isEqualTo(2);
        assertThat(read.reading().rows().usedRows()).isEqualTo(1);
        assertThat(read.reading().rows().invalidTimestamps()).isEqualTo(1);
        assertThat(read.rejects())
                .containsExactly(new ReadFile.Rejected(4, 76, 0, "INVALID_TIMESTAMP", stamp + "\t3\t4"));
        assertThat(read.reading().warnings()).containsExactly("Could not parse timestamp '" + stamp + "' in line 4");
    }

    @Test
    void a_row_that_is_only_a_stamp_is_a_row() {
        RowCounts rows = ReadFile.of(Tsv.plain("10/03/26 10:00:00")).reading().rows();

        assertThat(rows.usedRows()).isEqualTo(1);
        assertThat(rows.missingValues()).isEqualTo(2);
    }

    @Test
    void the_range_and_the_days_of_a_file_are_those_of_all_valid_stamps() {
        FileReading reading = ReadFile.of(Tsv.plain(
                        "10/03/26 23:59:59|1|2",
                        "99/03/26 00:00:00|1|2",
                        "01/01/20 01:00:02|1|2",
                        "11/03/26 00:00:00|x|y",
                        "10/03/26 00:00:00|1|2"))
                .reading();

        assertThat(reading.first()).isEqualTo("2020-01-01T01:00:02Z");
        assertThat(reading.last()).isEqualTo("2026-03-11T00:00:00Z");
        assertThat(reading.days())
                .containsExactly(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 11));
    }
}
