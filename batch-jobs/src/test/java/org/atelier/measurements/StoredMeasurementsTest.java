package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.atelier.measurements.point.ReadingRules.LastLine;
import org.atelier.measurements.point.ReadingRules.ZeroMarkers;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs store of files of each kind. */
class StoredMeasurementsTest {

    private static final String TRI = """
            02009005|02009005|02009005|04009006|02009005|02009005
            MV_T302_V002|Ph 1 V|Ph 2 V|Voie1 W|Ph 3 V|Four W
            10/03/26 08:00:00|231.0|232.0|-4.5|233.0|100.0
            """;

    @TempDir
    Path directory;

    private Boxes boxes;

    @BeforeEach
    void open() throws Exception {
        boxes = new Boxes(directory);
    }

    @AfterEach
    void close() {
        boxes.close();
    }

    private List<String> channels() {
        return boxes.rows("select bucket, nom, channel_id, channel_name, channel_unit, device_type,"
                + " coalesce(device_subtype, '-') as s, numero_serie from voie join campagne c on c.id = campagne_id"
                + " join appareil a on a.id = appareil_id order by 3, 4");
    }

    @Test
    void ra3_a_plain_file_is_stored_with_its_channels_and_means_and_moved_to_parsed() throws Exception {
        RunSummary summary = boxes.file(
                        FOLDER + "a.tsv",
                        Box.plain(Box.row(60, 230.5, 100), Box.row(70, 231.5, -0.0), Box.row(120, 1, 7)))
                .done();

        assertThat(boxes.points())
                .containsExactly(
                        "M02009001_Ch1|10 01:00:00|100",
                        "M02009001_Ch1|10 01:10:00|-0",
                        "M02009001_Ch1|10 02:00:00|7",
                        "M02009001_U1|10 01:00:00|230.5",
                        "M02009001_U1|10 01:10:00|231.5",
                        "M02009001_U1|10 02:00:00|1");
        assertThat(boxes.rows("select fenetre, moyenne, minimum, maximum, nombre from mesure_horaire join voie"
                        + " on id = voie_id where channel_label = 'U1' order by 1"))
                .containsExactly("2026-03-10T01:00:00+00:00|231|230.5|231.5|2", "2026-03-10T02:00:00+00:00|1|1|1|1");
        assertThat(boxes.rows("select fenetre, nombre from mesure_hebdomadaire"))
                .containsOnly("2026-03-09T00:00:00+00:00|3");
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
        assertThat(summary.figure("points", "written")).isEqualTo(6);
        assertThat(summary.figure("moved", "archived")).isEqualTo(1);
        assertThat(boxes.rows("select etat, suite from fichier_source")).containsExactly("loaded|archived");
    }

    @Test
    void ra4_a_header_block_is_stored_alike_and_its_header_is_kept() throws Exception {
        boxes.file(FOLDER + "b.tsv", Box.block(Box.row(60, 230.5, 100))).done();

        assertThat(boxes.points()).containsExactly("M02009001_Ch1|10 01:00:00|100", "M02009001_U1|10 01:00:00|230.5");
        assertThat(boxes.rows("select structure, format, entete ->> 'FileVersion' as v from fichier_mesure"))
                .containsExactly("header-block|MV_T302_V003|3");
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/b.tsv");
    }

    @Test
    void l14_l20_a_tri_master_and_its_slave_have_ids_of_their_own_by_title_and_rank() throws Exception {
        boxes.file("durand/essai/02009005/t.tsv", TRI)
                .file(FOLDER + "m.tsv", Box.plain(Box.row(1, 1, 2)))
                .done();

        assertThat(channels())
                .containsExactly(
                        "durand|essai|M02009001_Ch1|Four|W|master|mono|02009001",
                        "durand|essai|M02009001_U1|Ph 1|V|master|mono|02009001",
                        "durand|essai|M02009005_Ch1|Four|W|master|tri|02009005",
                        "durand|essai|M02009005_S04009006_Ch1|Voie1|W|slave|-|04009006",
                        "durand|essai|M02009005_U1|Ph 1|V|master|tri|02009005",
                        "durand|essai|M02009005_U2|Ph 2|V|master|tri|02009005",
                        "durand|essai|M02009005_U3|Ph 3|V|master|tri|02009005");
        assertThat(boxes.rows("select numero_serie, coalesce(sous_type, '-') as s from appareil order by 1"))
                .containsExactly("02009001|mono", "02009005|tri", "04009006|-");
    }

    @Test
    void l13_l17_another_days_file_makes_no_new_series_and_views_read_what_was_written() throws Exception {
        boxes.file(FOLDER + "a.tsv", Box.plain("05/01/26 10:00:00|1|2"))
                .file(FOLDER + "b.tsv", Box.plain("06/01/26 10:00:00|3|4"))
                .done();

        assertThat(boxes.count("voie")).isEqualTo(2);
        assertThat(boxes.rows(
                        "select appareil, bucket, campagne, premiere, derniere, points from v_appareil_campagnes"))
                .containsExactly("02009001|durand|essai|2026-01-05T10:00:00+00:00|2026-01-06T10:00:00+00:00|4");
    }

    @Test
    void l15_l16_days_come_before_months_and_stamps_are_utc_whatever_the_zone_of_the_server() throws Exception {
        boxes.file(FOLDER + "a.tsv", Box.plain("05/01/26 10:00:00|1|2")).done();

        assertThat(boxes.rows("select distinct horodatage from mesure_electrique"))
                .containsExactly("2026-01-05T10:00:00+00:00");
    }

    @Test
    void l29_plain_files_of_a_company_may_be_local_and_header_blocks_are_utc() throws Exception {
        String hour = "26/10/25 02:30:00|1|2";
        boxes.zones(Map.of("durand", ZoneId.of("Europe/Paris"), "durand/utc", ZoneId.of("UTC")))
                .file("durand/essai/1/a.tsv", Box.plain("26/10/25 01:30:00|0|2", hour, "26/10/25 02:45:00|2|2", hour))
                .file("durand/bloc/1/b.tsv", Box.block(hour))
                .file("durand/utc/1/c.tsv", Box.plain(hour))
                .file("autre/essai/1/d.tsv", Box.plain(hour))
                .done();

        assertThat(boxes.rows("select bucket, campagne, to_char(horodatage at time zone 'UTC', 'DD HH24:MI') as t from"
                        + " v_mesure where channel_label = 'U1' order by 1, 2, 3"))
                .containsExactly(
                        "autre|essai|26 02:30",
                        "durand|bloc|26 02:30",
                        "durand|essai|25 23:30",
                        "durand|essai|26 00:30",
                        "durand|essai|26 00:45",
                        "durand|essai|26 01:30",
                        "durand|utc|26 02:30");
    }

    @Test
    void l29_zero_markers_are_counted_and_stored_or_skipped_as_configured() throws Exception {
        String file = Box.plain(Box.row(1, 230.5, 2), "10/03/26 00:01:00|0|0", "10/03/26 00:02:00|0.0|0.0");
        boxes.file(FOLDER + "a.tsv", file).done();
        assertThat(boxes.points().get(2)).isEqualTo("M02009001_U1|10 00:01:00|0");

        boxes.zeroMarkers(ZeroMarkers.SKIP).file("durand/autre/1/a.tsv", file).done();
        assertThat(boxes.rows("select valeur from v_mesure where campagne = 'autre' and channel_label = 'U1'"))
                .containsExactlyInAnyOrder("230.5", "0");
        assertThat(boxes.rows("select marqueurs_zero from fichier_mesure")).containsExactly("1", "1");
    }

    @Test
    void l25_a_cut_last_line_is_dropped_and_rejected_or_used_when_lenient() throws Exception {
        String file = Box.plain(Box.row(1, 230.5, 2)) + "10/03/26 00:02:00|24";
        boxes.file(FOLDER + "a.tsv", file).done();
        assertThat(boxes.points()).containsExactly("M02009001_Ch1|10 00:01:00|2", "M02009001_U1|10 00:01:00|230.5");
        assertThat(boxes.rows("select numero_ligne, motif, contenu from ligne_rejetee"))
                .containsExactly("4|TRUNCATED_LINE|10/03/26 00:02:00\t24");

        boxes.lastLine(LastLine.LENIENT).file(FOLDER + "b.tsv", file).done();
        assertThat(boxes.points()).contains("M02009001_U1|10 00:02:00|24").hasSize(3);
    }

    @Test
    void of_equal_times_the_last_one_in_file_order_wins_also_between_files_by_name() throws Exception {
        boxes.file(FOLDER + "b.tsv", Box.plain(Box.row(1, 3, 3)))
                .file(FOLDER + "a.tsv", Box.plain(Box.row(1, 1, 1), Box.row(2, 9, 9), Box.row(2, 2, 2)))
                .done();

        assertThat(boxes.rows("select valeur from v_mesure where channel_label = 'U1' order by horodatage"))
                .containsExactly("3", "2");
        assertThat(boxes.rows("select nombre, moyenne from mesure_journaliere")).containsOnly("2|2.5");
    }
}
