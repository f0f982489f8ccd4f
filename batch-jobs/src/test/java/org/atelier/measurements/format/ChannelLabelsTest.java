package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.atelier.measurements.point.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mono or tri, ranks, labels, ids. */
class ChannelLabelsTest {

    @Test
    void rT2_phases_at_any_column_make_a_tri_whose_labels_go_by_rank() {
        ReadFile read = ReadFile.of(Tsv.titled("Voie1 W", "Ph 1 V", "Voie2 W", "Ph 2 V", "Voie3 W", "Ph 3 V"));

        assertThat(read.labels()).containsExactly("U1", "U2", "U3", "Ch1", "Ch2", "Ch3");
        assertThat(read.channels()).extracting(Channel::subtype).containsOnly("tri");
        assertThat(read.channels()).extracting(Channel::column).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void a_mono_master_has_one_voltage_then_channels() {
        ReadFile read = ReadFile.of(Tsv.titled("Ph 1 V", "Four W", "Pompe W"));

        assertThat(read.labels()).containsExactly("U1", "Ch1", "Ch2");
        assertThat(read.channels()).extracting(Channel::subtype).containsOnly("mono");
    }

    @Test
    void the_example_of_a_mono_master_with_a_slave() {
        ReadFile read = ReadFile.of(Tsv.lines(
                "02009001|02009001|02009001|04009002",
                "MV_T302_V002|Ph 1 V|Four W|Pompe eau W",
                "10/03/26 10:00:00|230.10|1.5|-2.25"));

        assertThat(read.ids()).containsExactly("M02009001_U1", "M02009001_Ch1", "M02009001_S04009002_Ch1");
        assertThat(read.values()).containsExactly(230.1, 1.5, -2.25);
        assertThat(read.stamps()).containsOnly(1_773_136_800L);
    }

    @ParameterizedTest
    @CsvSource({
        "Ph 1 V, Ph 2 V, Ph 3 V, tri",
        "Ph1 V, Ph2 V, Ph3 V, tri",
        "Ph   1 V, Ph 2, Ph 3-N V, tri",
        "Ph 10 V, Ph 2 V, Ph 3 V, mono",
        "Ph 1V, Ph 2 V, Ph 3 V, mono",
        "Ph 1_ V, Ph 2 V, Ph 3 V, mono",
        "Ph 1é V, Ph 2 V, Ph 3 V, mono",
        "ph 1 V, Ph 2 V, Ph 3 V, mono",
        "xPh 1 V, Ph 2 V, Ph 3 V, mono",
        "Ph V, Ph 2 V, Ph 3 V, mono",
        "Ph 1 V, Ph 2 V, Ph 2 V, mono"
    })
    void l20_the_titles_decide_between_mono_and_tri(String one, String two, String three, String subtype) {
        assertThat(ReadFile.of(Tsv.titled(one, two, three)).channels())
                .extracting(Channel::subtype)
                .containsOnly(subtype);
    }

    @Test
    void columns_of_a_device_need_not_be_adjacent() {
        ReadFile read = ReadFile.of(
                Tsv.lines("02|04|02|04|02", "MV_T302_V002|a W|Ph 1 V|b W|c W", "10/03/26 10:00:00|1|2|3|4"));

        assertThat(read.ids()).containsExactly("M02_S04_Ch1", "M02_U1", "M02_S04_Ch2", "M02_Ch1");
        assertThat(read.channels().get(0).subtype()).isNull();
    }

    @Test
    void l14_no_two_channels_of_a_file_have_one_id() {
        Random random = new Random(14);
        for (int file = 0; file < 200; file++) {
            List<String> serials = new ArrayList<>();
            int width = 1 + random.nextInt(40);
            IntStream.range(0, width).forEach(i -> serials.add("0" + (1 + random.nextInt(6))));
            String titles = "|Ph " + (1 + random.nextInt(3)) + " V";

            ReadFile read = ReadFile.of(Tsv.lines(
                    "01|" + String.join("|", serials),
                    "MV_T302_V002" + titles.repeat(width),
                    "10/03/26 10:00:00" + "|1".repeat(width)));

            assertThat(read.ids()).hasSize(width).doesNotHaveDuplicates();
        }
    }

    @Test
    void rT12_thirty_channels_are_all_mapped() {
        String serials = "02001|".repeat(18) + "0400001|".repeat(6) + "0400002|".repeat(6);
        String titles = "Ph 1 V|Ph 2 V|Ph 3 V|" + "Voie W|".repeat(27);
        String row = "|1.5".repeat(30);

        ReadFile read = ReadFile.of(Tsv.lines(
                "02001|" + serials,
                "MV_T302_V002|" + titles,
                "10/03/26 10:00:00" + row,
                "10/03/26 10:10:00" + row,
                "10/03/26 10:20:00" + row));

        assertThat(read.points()).hasSize(3 * 30);
        assertThat(read.ids()).hasSize(30).doesNotHaveDuplicates();
        assertThat(read.reading().channels()).allSatisfy(figures -> {
            assertThat(figures.points()).isEqualTo(3);
            assertThat(figures.mean()).isEqualTo(1.5);
        });
    }
}
