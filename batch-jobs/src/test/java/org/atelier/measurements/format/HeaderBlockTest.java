package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.atelier.measurements.point.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with a header block, and which files are such. */
class HeaderBlockTest {

    private static final String ROW = "10/03/26 10:00:00|230.10|1.5";
    private static final String JSON = "{\"DataTimeSettings\":\"UTC\",\"FileVersion\":3,\"MasterType\":\"Mono\"}";

    @Test
    void rT3_rT9_rA4_a_header_block_gives_its_metadata_and_its_points() {
        ReadFile read = ReadFile.of(Tsv.block(JSON, ROW, "10/03/26 10:10:00|1|2"));

        assertThat(read.reading().structure()).isEqualTo("header-block");
        assertThat(read.reading().marker()).isEqualTo("MV_T302_V003");
        assertThat(read.reading().headerMeta()).isEqualTo(JSON);
        assertThat(read.reading().endMarker()).isTrue();
        assertThat(read.labels()).containsExactly("U1", "Ch1");
        assertThat(read.channels()).extracting(Channel::unit).containsExactly("V", "W");
        assertThat(read.values()).containsExactly(230.1, 1.5, 1.0, 2.0);
        assertThat(read.reading().warnings()).isEmpty();
        assertThat(read.reading().rows()).isEqualTo(new RowCounts(9, 0, 7, 2, 4, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void rT4_a_tri_box_has_six_channels_with_all_they_are_known_by() {
        ReadFile read = ReadFile.of(Tsv.lines(
                "START_HEADER",
                "{\"MasterType\":\"Tri\"}",
                "END_HEADER",
                "START_DATA",
                "02000800" + "|02000800".repeat(6),
                "MV_T302_V003|Ph 1 V|Ph 2 V|Ph 3 V|Voie1 W|Voie2 W|Voie3 W",
                "28/01/26 15:20:00|241.32|241.12|241.32|-36.1|323.5|15.1",
                "END_DATA"));

        assertThat(read.channels()).hasSize(6);
        assertThat(read.channels().get(3))
                .isEqualTo(new Channel(4, "02000800", "02000800", "tri", "Ch1", "Voie1", "W"));
        assertThat(read.channels().get(3).deviceType()).isEqualTo("master");
        assertThat(read.channels().get(3).id()).isEqualTo("M02000800_Ch1");
    }

    @Test
    void rT5_a_tri_box_with_a_slave_gives_twelve_channels() {
        ReadFile read = ReadFile.of(Tsv.lines(
                "START_HEADER",
                "{\"MasterType\":\"Tri\"}",
                "END_HEADER",
                "START_DATA",
                "02000800" + "|02000800".repeat(6) + "|04001002".repeat(6),
                "MV_T302_V003|Ph 1 V|Ph 2 V|Ph 3 V|Voie1 W|Voie2 W|Voie3 W" + "|minipince W".repeat(6),
                "08/02/26 19:10:00|244.26|244.26|244.27|11.7|133.6|2.9|121.7|154.8|-3.7|-5.8|-3.0|-6.6",
                "END_DATA"));

        assertThat(read.labels().subList(6, 12)).containsExactly("Ch1", "Ch2", "Ch3", "Ch4", "Ch5", "Ch6");
        assertThat(read.ids().get(6)).isEqualTo("M02000800_S04001002_Ch1");
        assertThat(read.values())
                .containsExactly(244.26, 244.26, 244.27, 11.7, 133.6, 2.9, 121.7, 154.8, -3.7, -5.8, -3.0, -6.6);
        assertThat(read.stamps()).containsOnly(1_770_577_800L);
    }

    @Test
    void rT6_l5_a_block_with_the_older_marker_is_read_as_a_block() {
        ReadFile read = ReadFile.of(Tsv.lines(
                "START_HEADER",
                "{\"FileVersion\":2,\"MasterType\":\"Tri\"}",
                "END_HEADER",
                "START_DATA",
                "02001315|02001315|02001315|02001315|02001315|04000001",
                "MV_T302_V002|Ph 1 V|Ph 2 V|Ph 3 V|Voie1 W|Voie1 W",
                "09/09/26 03:00:00|1|2|3|4|5",
                "09/09/26 03:10:00|1|2|3|4|5",
                "END_DATA"));

        assertThat(read.reading().structure()).isEqualTo("header-block");
        assertThat(read.reading().marker()).isEqualTo("MV_T302_V002");
        assertThat(read.reading().headerMeta()).contains("\"FileVersion\":2");
        assertThat(read.ids())
                .containsExactly(
                        "M02001315_U1", "M02001315_U2", "M02001315_U3", "M02001315_Ch1", "M02001315_S04000001_Ch1");
        assertThat(read.points()).hasSize(10);
    }

    @Test
    void rT7_a_long_block_with_the_older_marker_gives_all_its_points() {
        String[] rows = new String[62];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = String.format(Locale.ROOT, "09/09/26 %02d:%02d:00", i / 6, i % 6 * 10) + "|1.5".repeat(24);
        }
        String text = Tsv.block("{}", rows)
                .replace(Tsv.TWO.replace('|', '\t'), "02" + "\t02".repeat(12) + "\t04".repeat(12))
                .replace("MV_T302_V003\tPh 1 V\tFour W", "MV_T302_V002" + "\tVoie W".repeat(24));

        ReadFile read = ReadFile.of(text);

        assertThat(read.channels()).hasSize(24);
        assertThat(read.reading().rows()).isEqualTo(new RowCounts(69, 0, 7, 62, 1488, 0, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"Tri, tri", "' TRI ', tri", "mono, mono", "Mono, mono", "quad, mono", "'', mono"})
    void the_master_type_beats_the_titles_when_it_is_known(String type, String subtype) {
        ReadFile read = ReadFile.of(Tsv.block("{\"MasterType\":\"" + type + "\"}", ROW));

        assertThat(read.channels()).extracting(Channel::subtype).containsOnly(subtype);
        assertThat(read.labels()).isEqualTo(subtype.equals("tri") ? List.of("U1", "U2") : List.of("U1", "Ch1"));
    }

    @Test
    void a_master_type_that_is_no_text_or_is_deeper_or_is_overwritten_says_nothing() {
        for (String json : List.of(
                "{\"MasterType\":3}",
                "{\"x\":{\"MasterType\":\"Tri\"}}",
                "{\"MasterType\":\"Tri\",\"MasterType\":null}")) {
            assertThat(ReadFile.of(Tsv.block(json, ROW)).channels())
                    .as(json)
                    .extracting(Channel::subtype)
                    .containsOnly("mono");
        }
    }

    @Test
    void the_whole_block_is_the_json_not_its_last_line() {
        ReadFile read = ReadFile.of(Tsv.block("{\n  \"MasterType\": \"Tri\",\n\n  \"FileVersion\": 3\n}", ROW));

        assertThat(read.reading().headerMeta()).isEqualTo("{\n  \"MasterType\": \"Tri\",\n  \"FileVersion\": 3\n}");
        assertThat(read.labels()).containsExactly("U1", "U2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"MasterType\":\"Tri\"", "[]", "nothing", "{\"a\":NaN}", "{\"a\":\"\\u0000\"}", ""})
    void invalid_json_is_warned_of_and_the_rows_are_read(String json) {
        ReadFile read = ReadFile.of(Tsv.block(json, ROW));

        assertThat(read.reading().headerMeta()).isNull();
        assertThat(read.reading().warnings()).singleElement().asString().contains("JSON");
        assertThat(read.labels()).containsExactly("U1", "Ch1");
        assertThat(read.points()).hasSize(2);
    }

    @Test
    void a_header_without_end_is_read_up_to_the_data() {
        ReadFile read = ReadFile.of(Tsv.block(JSON, ROW).replace("END_HEADER\n", ""));

        assertThat(read.reading().headerMeta()).isEqualTo(JSON);
        assertThat(read.points()).hasSize(2);
    }

    @Test
    void a_header_of_megabytes_is_none() {
        String json = "{\"a\":\"" + "x".repeat(3_000_000) + "\"}";

        assertThat(ReadFile.of(Tsv.block(json, ROW)).reading().headerMeta()).isNull();
        assertThat(ReadFile.of(Tsv.block("\n{\"a\":1}".repeat(20_000), ROW))
                        .reading()
                        .headerMeta())
                .isNull();
    }

    @Test
    void text_behind_the_end_is_ignored() {
        ReadFile read = ReadFile.of(Tsv.block("{}", ROW) + Tsv.lines(ROW, "", "x") + "cut");

        assertThat(read.points()).hasSize(2);
        assertThat(read.reading().rows()).isEqualTo(new RowCounts(12, 1, 10, 1, 2, 0, 0, 0, 0, 0, 0));
        assertThat(read.reading().warnings()).containsExactly("Lines behind END_DATA are ignored: 3.");
    }

    @Test
    void a_block_without_end_is_read_with_a_warning() {
        ReadFile read = ReadFile.of(Tsv.block("{}", ROW).replace("END_DATA\n", "END_DAT"));

        assertThat(read.points()).hasSize(2);
        assertThat(read.reading().endMarker()).isFalse();
        assertThat(read.reading().rows().truncatedLines()).isEqualTo(1);
        assertThat(read.reading().warnings()).hasSize(2).last().asString().contains("END_DATA is missing");
    }

    @Test
    void an_end_without_a_line_feed_is_the_end() {
        String text = Tsv.block("{}", ROW);

        ReadFile read = ReadFile.of(text.substring(0, text.length() - 1));

        assertThat(read.reading().endMarker()).isTrue();
        assertThat(read.rejects()).isEmpty();
        assertThat(read.reading().rows().truncatedLines()).isZero();
    }

    @Test
    void keywords_stand_alone_in_exact_case_but_for_white_space() {
        ReadFile read =
                ReadFile.of(Tsv.block("{}", ROW, "end_data|1|2", "END_DATA|1|2").replace("R\n", "R \r\n"));

        assertThat(read.reading().structure()).isEqualTo("header-block");
        assertThat(read.reading().rows().invalidTimestamps()).isEqualTo(2);
        assertThat(read.reading().endMarker()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "START_HEADER\n",
                "START_HEADER\n{}\nEND_HEADER\n",
                "START_HEADER\n{}\nEND_HEADER\nSTART_DATA\n",
                "START_HEADER\n{}\nEND_HEADER\nSTART_DATA\n02\t02\n",
                "START_HEADER\n{}\nEND_HEADER\nSTART_DATA\nEND_DATA\n",
                "START_HEADER\n{}\nEND_HEADER\nSTART_DATA\n02\t02\nEND_DATA\n",
                "START_HEADER\n{}\nEND_HEADER\n02\t02\nMV_T302_V003\tPh 1 V\n"
            })
    void a_block_without_a_table_is_refused(String text) {
        assertThat(ReadFile.refusal(text)).isEqualTo("NO_DATA_BLOCK");
    }
}
