package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of boxes, stored again from the copies of their files. */
class BackfillMeasurementsTest {

    private static final String BOX = "acme/essai/02000800";

    private static final String VALUES =
            "select bucket, channel_label, to_char(horodatage at time zone 'UTC', 'DD HH24:MI'),"
                    + " valeur from v_mesure order by 1, 2, horodatage";

    private static final String WRITTEN = "select voie_id, horodatage, xmin::text from mesure_electrique order by 1, 2";

    @TempDir
    Path directory;

    private BoxesUse boxes;

    @BeforeEach
    void open() {
        boxes = new BoxesUse(directory);
    }

    @AfterEach
    void close() throws Exception {
        boxes.close();
    }

    private void load() {
        assertThat(boxes.use("run", "measurements").code()).isZero();
    }

    private CommandLineUse backfill(int code, String from, String to, String... more) {
        String[] line = Stream.concat(
                        Stream.of("backfill", "measurements", "--from", from, "--to", to), Stream.of(more))
                .toArray(String[]::new);
        CommandLineUse use = boxes.use(line);
        assertThat(use.code()).as(use.out() + use.err()).isEqualTo(code);
        return use;
    }

    @Test
    void a_zone_that_was_set_since_moves_the_days_of_its_company_and_no_other() throws Exception {
        boxes.upload(BOX, "a.tsv", "05/01/26 00:30:00\t230.1\t1", "05/01/26 08:00:00\t231\t2");
        boxes.upload("other/essai/02000801", "a.tsv", "05/01/26 00:30:00\t230.1\t1");
        load();
        List<String> other = boxes.plant.rows(WRITTEN.replace(
                "order",
                "where voie_id in (select v.id from voie v join"
                        + " campagne c on c.id = v.campagne_id where bucket = 'other') order"));
        boxes.plant.set("ATELIER_MEASUREMENTS_ZONE", "acme=Europe/Paris");

        assertThat(backfill(0, "2026-01-04", "2026-01-05").out()).containsPattern("files .*loaded=2");

        assertThat(boxes.plant.rows(VALUES))
                .containsExactly(
                        "acme Ch1 04 23:30 1",
                        "acme Ch1 05 07:00 2",
                        "acme U1 04 23:30 230.1",
                        "acme U1 05 07:00 231",
                        "other Ch1 05 00:30 1",
                        "other U1 05 00:30 230.1");
        assertThat(boxes.plant.rows(WRITTEN.replace(
                        "order",
                        "where voie_id in (select v.id from voie v join"
                                + " campagne c on c.id = v.campagne_id where bucket = 'other') order")))
                .isEqualTo(other);
        assertThat(boxes.plant.rows("select to_char(fenetre at time zone 'UTC', 'DD'), nombre from mesure_journaliere"
                        + " join voie on id = voie_id where channel_id = 'M02000800_U1' order by 1"))
                .containsExactly("04 1", "05 1");
        assertThat(boxes.plant.rows("select jours::text from fichier_source where chemin like 'acme%'"))
                .containsExactly("{2026-01-04,2026-01-05}");
        assertThat(boxes.use("explain", "M02000800_U1@2026-01-04").code()).isZero();
    }

    @Test
    void only_the_days_that_were_asked_for_are_made_anew() throws Exception {
        boxes.upload(BOX, "a.tsv", "05/01/26 00:30:00\t230.1\t1", "06/01/26 08:00:00\t231\t2");
        load();
        boxes.plant.set("ATELIER_MEASUREMENTS_ZONE", "Europe/Paris");

        backfill(0, "2026-01-06", "2026-01-06");

        assertThat(boxes.plant.rows(VALUES + " limit 2")).containsExactly("acme Ch1 05 00:30 1", "acme Ch1 06 07:00 2");
    }

    @Test
    void markers_that_are_skipped_now_go_and_a_window_without_anything_with_them() throws Exception {
        boxes.upload(BOX, "a.tsv", "05/01/26 07:00:00\t0\t0", "05/01/26 08:00:00\t231\t2", "05/01/26 08:10:00\t0\t0");
        load();
        boxes.plant.set("ATELIER_MEASUREMENTS_ZERO_MARKERS", "skip");

        backfill(0, "2026-01-05", "2026-01-05");

        assertThat(boxes.plant.rows(VALUES)).containsExactly("acme Ch1 05 08:00 2", "acme U1 05 08:00 231");
        assertThat(boxes.plant.rows("select moyenne, nombre from mesure_horaire order by 1"))
                .containsExactly("2 1", "231 1");
        assertThat(boxes.plant.rows("select points, marqueurs_zero from fichier_mesure"))
                .containsExactly("2 2");
    }

    @Test
    void a_last_line_counts_or_does_not_and_its_reject_with_it() throws Exception {
        Path file = boxes.upload(BOX, "a.tsv", "05/01/26 08:00:00\t231\t2", "05/01/26 08:10:00\t24\t3");
        String whole = Files.readString(file);
        boxes.write(BOX + "/a.tsv", whole.substring(0, whole.length() - 1));
        load();
        assertThat(boxes.plant.rows("select count(*) from ligne_rejetee")).containsExactly("1");
        boxes.plant.set("ATELIER_MEASUREMENTS_LAST_LINE", "lenient");
        backfill(0, "2026-01-05", "2026-01-05");
        assertThat(boxes.plant.rows("select count(*) from mesure_electrique")).containsExactly("4");
        assertThat(boxes.plant.rows("select count(*) from ligne_rejetee")).containsExactly("0");
        boxes.plant.set("ATELIER_MEASUREMENTS_LAST_LINE", "strict");
        backfill(0, "2026-01-05", "2026-01-05", "--again");
        assertThat(boxes.plant.rows("select count(*) from mesure_electrique")).containsExactly("2");
        assertThat(boxes.plant.rows("select motif from ligne_rejetee")).containsExactly("TRUNCATED_LINE");
    }

    @Test
    void of_two_files_the_one_that_was_loaded_later_still_counts_and_nothing_equal_is_touched() throws Exception {
        boxes.upload(BOX, "b.tsv", "05/01/26 08:00:00\t231\t2");
        load();
        boxes.upload(BOX, "a.tsv", "05/01/26 08:00:00\t232\t2", "05/01/26 08:10:00\t233\t2");
        load();
        List<String> before = boxes.plant.rows(WRITTEN);

        assertThat(backfill(0, "2026-01-05", "2026-01-05").out()).containsPattern("points .*written=0");

        assertThat(boxes.plant.rows(WRITTEN)).isEqualTo(before);
        assertThat(boxes.plant.rows(VALUES)).contains("acme U1 05 08:00 232");
        assertThat(boxes.data.resolve(BOX + "/parsed/a.tsv")).exists();
    }

    @Test
    void a_box_of_which_a_copy_is_missing_stays_as_it_is_and_the_others_are_done() throws Exception {
        boxes.upload(BOX, "a.tsv", "05/01/26 08:00:00\t0\t0", "05/01/26 08:20:00\t1\t0");
        boxes.upload(BOX, "b.tsv", "05/01/26 08:10:00\t0\t0", "05/01/26 08:30:00\t1\t0");
        boxes.upload("other/essai/02000801", "c.tsv", "05/01/26 08:00:00\t0\t0", "05/01/26 08:20:00\t1\t0");
        load();
        String lost = boxes.plant
                .rows("select sha256 from fichier_source where chemin like '%a.tsv'")
                .get(0);
        try (Stream<Path> copies = Files.walk(directory.resolve("data/landing-measurements"))) {
            for (Path copy : copies.filter(
                            path -> path.toString().replace("/", "").contains(lost))
                    .toList()) {
                Files.delete(copy);
            }
        }
        assertThat(boxes.use("backfill", "measurements", "--from", "2026-01-05", "--to", "2026-01-05", "--plan")
                        .out())
                .containsPattern("acme/essai/02000800 +2026-01-05 +2 +1 +is there")
                .containsPattern("other/essai/02000801 +2026-01-05 +1 +0 +is there");
        boxes.plant.set("ATELIER_MEASUREMENTS_ZERO_MARKERS", "skip");

        CommandLineUse use = backfill(8, "2026-01-05", "2026-01-05");

        assertThat(use.out()).contains("LANDING_MISSING: the copy of " + BOX + "/a.tsv");
        assertThat(boxes.plant.rows("select bucket, count(*) from v_mesure group by 1 order by 1"))
                .containsExactly("acme 8", "other 2");
        assertThat(boxes.plant.rows("select distinct etat from fichier_source")).containsExactly("loaded");
    }

    @Test
    void missing_days_alone_may_be_asked_for() throws Exception {
        boxes.upload(BOX, "a.tsv", "05/01/26 08:00:00\t231\t2", "06/01/26 08:00:00\t231\t2");
        load();
        boxes.plant.execute("delete from mesure_electrique where horodatage >= '2026-01-06'");
        boxes.plant.execute("delete from mesure_journaliere where fenetre >= '2026-01-06'");
        boxes.plant.execute("update mesure_electrique set valeur = 7");

        backfill(0, "2026-01-01", "2026-01-31", "--missing");

        assertThat(boxes.plant.rows(VALUES))
                .containsExactly(
                        "acme Ch1 05 08:00 7", "acme Ch1 06 08:00 2", "acme U1 05 08:00 7", "acme U1 06 08:00 231");
        assertThat(boxes.use("run", "measurements", "--date", "2026-01-05").code())
                .isEqualTo(2);
    }

    @Test
    void shards_have_boxes_of_their_own() throws Exception {
        for (int box = 800; box < 806; box++) {
            boxes.upload("acme/essai/02000" + box, "a.tsv", "05/01/26 08:00:00\t0\t0", "05/01/26 08:20:00\t1\t0");
        }
        load();
        boxes.plant.set("ATELIER_MEASUREMENTS_ZERO_MARKERS", "skip");
        backfill(0, "2026-01-05", "2026-01-05", "--shard", "1/2");
        backfill(0, "2026-01-05", "2026-01-05", "--shard", "2/2");
        assertThat(boxes.plant.rows("select count(*) from mesure_electrique")).containsExactly("12");
    }
}
