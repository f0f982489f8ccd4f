package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.atelier.measurements.point.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two lines above the rows: bytes, serials, marker, titles. */
class TableHeaderTest {

    private static final String ROW = "10/03/26 10:00:00|230.10|1.5";

    @Test
    void rT1_a_master_and_a_slave_are_two_channels_by_the_ids_of_the_data() {
        ReadFile read = ReadFile.of(
                Tsv.lines("02001171|02001171|04000466", "MV_T302_V002|Ph 1 V|Voie1 W", "10/03/26 10:00:00|230.1|5"));

        assertThat(read.reading().marker()).isEqualTo("MV_T302_V002");
        assertThat(read.reading().structure()).isEqualTo("plain");
        assertThat(read.channels())
                .containsExactly(
                        new Channel(1, "02001171", "02001171", "mono", "U1", "Ph 1", "V"),
                        new Channel(2, "02001171", "04000466", null, "Ch1", "Voie1", "W"));
        assertThat(read.ids()).containsExactly("M02001171_U1", "M02001171_S04000466_Ch1");
        assertThat(read.channels().get(1).field()).isEqualTo("M02001171_S04000466_Ch1_W");
        assertThat(read.channels()).extracting(Channel::deviceType).containsExactly("master", "slave");
    }

    @Test
    void serials_are_text_and_keep_their_zeros() {
        ReadFile read = ReadFile.of(Tsv.lines("007|007|07", "MV_T302_V002|Ph 1 V|Voie1 W", ROW));

        assertThat(read.ids()).containsExactly("M007_U1", "M007_S07_Ch1");
    }

    @ParameterizedTest
    @CsvSource({
        "Ph 1 V, Ph 1, V",
        "Pompe eau W, Pompe eau, W",
        "Voie1, Voie1, ''",
        "'  Four   Wa ', Four, Wa",
        "Température °C, Température, °C"
    })
    void a_title_is_a_name_and_a_unit_divided_at_the_last_space(String title, String name, String unit) {
        Channel channel = ReadFile.of(Tsv.titled("Ph 1 V", title)).channels().get(1);

        assertThat(channel.name()).isEqualTo(name);
        assertThat(channel.unit()).isEqualTo(unit);
        assertThat(channel.field()).isEqualTo("M02009001_Ch1_" + unit);
    }

    @Test
    void white_space_around_both_lines_counts_for_nothing() {
        ReadFile read = ReadFile.of(Tsv.lines(" " + Tsv.TWO + "||", "|" + Tsv.TWO_TITLES + "| |", ROW));

        assertThat(read.ids()).containsExactly("M02009001_U1", "M02009001_Ch1");
        assertThat(read.points()).hasSize(2);
    }

    @Test
    void lines_may_end_with_carriage_return_and_line_feed() {
        ReadFile read = ReadFile.of(Tsv.plain(ROW, ROW).replace("\n", "\r\n"));

        assertThat(read.values()).containsExactly(230.1, 1.5, 230.1, 1.5);
        assertThat(read.reading().rows().invalidValues()).isZero();
        assertThat(read.channels().get(1).unit()).isEqualTo("W");
    }

    @Test
    void a_byte_order_mark_is_dropped_and_makes_no_phantom_master() {
        ReadFile read = ReadFile.of("\uFEFF" + Tsv.plain(ROW));

        assertThat(read.channels()).extracting(Channel::deviceType).containsOnly("master");
        assertThat(read.ids()).containsExactly("M02009001_U1", "M02009001_Ch1");
    }

    @Test
    void a_byte_order_mark_hides_no_header_block() {
        assertThat(ReadFile.of("\uFEFF" + Tsv.block("{}", ROW)).reading().structure())
                .isEqualTo("header-block");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MV_T302_V002", "MV_T302_V003"})
    void a_plain_file_may_carry_either_marker(String marker) {
        ReadFile read = ReadFile.of(Tsv.plain(ROW).replace("MV_T302_V002", marker));

        assertThat(read.reading().structure()).isEqualTo("plain");
        assertThat(read.reading().marker()).isEqualTo(marker);
        assertThat(read.points()).hasSize(2);
    }

    @Test
    void names_may_repeat_between_devices() {
        ReadFile read = ReadFile.of(Tsv.lines(
                "02|02|04000001|04000002", "MV_T302_V002|Voie1 W|Voie1 W|Voie1 W", "10/03/26 10:00:00|1|2|3"));

        assertThat(read.ids()).containsExactly("M02_U1", "M02_S04000001_Ch1", "M02_S04000002_Ch1");
        assertThat(read.channels()).extracting(Channel::name).containsOnly("Voie1");
    }

    @Test
    void titles_lose_characters_that_no_database_holds() {
        assertThat(ReadFile.of(Tsv.titled("Fo\0ur W")).channels().get(0).name()).isEqualTo("Four");
    }

    @Test
    void utf8_is_read_as_such_also_where_it_is_long() {
        String title = "é€😀".repeat(20_000) + " W";

        ReadFile read = ReadFile.of(Tsv.titled(title));

        assertThat(read.channels().get(0).name()).isEqualTo(title.substring(0, title.length() - 2));
        assertThat(ReadFile.refusal(Tsv.titled(title).getBytes(UTF_8), ReadFile.RULES))
                .isEqualTo("none");
    }
}
