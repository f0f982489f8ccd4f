package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which files a channel's day is made of. */
class ExplainChannelTest {

    private static final String BOX = "acme/essai/02000800";

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

    private void twoFiles() throws Exception {
        boxes.upload(
                BOX,
                "a.tsv",
                "04/01/26 23:50:00\t230.0\t1",
                "05/01/26 08:00:00\t231.8\t2",
                "05/01/26 08:10:00\t231\t3");
        boxes.upload(BOX, "b.tsv", "05/01/26 08:10:00\t229\t4", "05/01/26 08:20:00\t228\tbad");
        assertThat(boxes.use("run", "measurements").code()).isZero();
    }

    private static JsonNode json(CommandLineUse use) {
        assertThat(use.code()).as(use.err()).isZero();
        return JsonMapper.shared().readTree(use.out());
    }

    @Test
    void every_file_says_how_many_of_its_points_count() throws Exception {
        twoFiles();
        JsonNode day = json(boxes.use("explain", BOX.substring(0, 11) + "M02000800_U1@2026-01-05", "-o", "json"));

        assertThat(day.get("schema").asString()).isEqualTo("atelier.channel-explanation/1");
        assertThat(day.get("company").asString()).isEqualTo("acme");
        assertThat(day.get("agrees_with_table").asBoolean()).isTrue();
        assertThat(day.get("files")
                        .valueStream()
                        .map(file -> file.get("file").asString() + " "
                                + file.get("points").asInt() + " "
                                + file.get("counted").asInt()))
                .containsExactly(BOX + "/a.tsv 2 1", BOX + "/b.tsv 2 2");
        JsonNode table = day.get("series").get(1);
        assertThat(table.get("from").asString()).isEqualTo("table");
        assertThat(table.get("points").asInt()).isEqualTo(3);
        assertThat(table.get("minimum").asDouble()).isEqualTo(228);
        assertThat(table.get("maximum").asDouble()).isEqualTo(231.8);
        assertThat(table.get("last").asString()).isEqualTo("2026-01-05T08:20:00Z");
    }

    @Test
    void a_short_form_is_enough_as_long_as_it_fits_one() throws Exception {
        twoFiles();
        assertThat(boxes.use("explain", "M02000800_Ch1@2026-01-05").out())
                .contains("acme")
                .contains(BOX + "/b.tsv");
        assertThat(boxes.use("explain", "essai/M02000800_Ch1@2026-01-04").code())
                .isZero();

        boxes.upload("other/essai/02000800", "a.tsv", "05/01/26 08:00:00\t231.8\t2");
        assertThat(boxes.use("run", "measurements").code()).isZero();
        CommandLineUse several = boxes.use("explain", "essai/M02000800_Ch1@2026-01-05");
        assertThat(several.code()).isEqualTo(4);
        assertThat(several.err())
                .contains("acme/essai/M02000800_Ch1", "other/essai/M02000800_Ch1")
                .contains("atelier explain acme/essai/M02000800_Ch1@2026-01-05");
        assertThat(boxes.use("explain", "acme/essai/M02000800_Ch1@2026-01-05").code())
                .isZero();
    }

    @Test
    void what_is_not_there_is_exit_code_4_with_what_comes_near() throws Exception {
        twoFiles();
        CommandLineUse unknown = boxes.use("explain", "acme/essai/M02000800_Ch9@2026-01-05");
        assertThat(unknown.code()).isEqualTo(4);
        assertThat(unknown.err()).contains("there is no channel acme/essai/M02000800_Ch9", "acme/essai/M02000800_U1");
        CommandLineUse empty = boxes.use("explain", "acme/essai/M02000800_U1@2026-01-06");
        assertThat(empty.code()).isEqualTo(4);
        assertThat(empty.err())
                .contains("has nothing on 2026-01-06 (UTC)")
                .contains("atelier explain acme/essai/M02000800_U1@2026-01-05");
        assertThat(boxes.use("explain", "'; drop table voie; --/x/y@2026-01-05").code())
                .isEqualTo(4);
        assertThat(boxes.use("explain", "M02000800_U1@2026-01-05", "--html", "x.html")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void of_a_name_that_is_mistyped_the_nearest_are_said() throws Exception {
        twoFiles();
        boxes.upload("acme/essai/02000700", "z.tsv", "05/01/26 08:00:00\t231.8\t2");
        boxes.upload(BOX, "c.tsv", "08/01/26 08:00:00\t231.8\t2");
        assertThat(boxes.use("run", "measurements").code()).isZero();

        CommandLineUse bare = boxes.use("explain", "M02000800_Ch9@2026-01-05");
        assertThat(bare.code()).isEqualTo(4);
        assertThat(bare.err())
                .contains("there is no channel M02000800_Ch9")
                .contains("atelier explain acme/essai/M02000800_Ch1@2026-01-05")
                .doesNotContain("02000700", "--centre");
        assertThat(boxes.use("explain", "acme/esai/M02000700_U1@2026-01-05").err())
                .contains("atelier explain acme/essai/M02000700_U1@2026-01-05");
        assertThat(boxes.use("explain", "acme/essai/none@2026-01-05").err())
                .contains("acme/essai/M02000700_Ch1@2026-01-05", "acme/essai/M02000800_U1@2026-01-05");
        assertThat(boxes.use("explain", "M02000800_U1@2026-01-07").err())
                .contains("acme/essai/M02000800_U1@2026-01-05, acme/essai/M02000800_U1@2026-01-08");
        assertThat(boxes.use("explain", "M02000900_U1@2026-01-05").err())
                .contains("atelier files list --job measurements");
        assertThat(boxes.use("files", "list", "--job", "measurements").code()).isZero();
        assertThat(boxes.use("explain", "DEM12@2026-01-05").err()).contains("there is no session of DEM12");
    }

    @Test
    void a_table_that_holds_other_points_is_told_with_what_to_do() throws Exception {
        twoFiles();
        boxes.plant.execute("update mesure_electrique set valeur = 0 where horodatage = '2026-01-05 08:20:00+00'");
        CommandLineUse use = boxes.use("explain", "M02000800_U1@2026-01-05");
        assertThat(use.code()).isEqualTo(8);
        assertThat(use.err()).contains("atelier backfill measurements --from 2026-01-05 --to 2026-01-05");
        assertThat(boxes.use("backfill", "measurements", "--from", "2026-01-05", "--to", "2026-01-05")
                        .code())
                .isZero();
        assertThat(boxes.use("explain", "M02000800_U1@2026-01-05").code()).isZero();
    }

    @Test
    void a_copy_that_was_lost_is_named() throws Exception {
        twoFiles();
        boxes.plant.set("ATELIER_DATA_DIR", directory.resolve("elsewhere").toString());
        CommandLineUse use = boxes.use("explain", "M02000800_U1@2026-01-05");
        assertThat(use.code()).isEqualTo(1);
        assertThat(use.err()).contains("LANDING_MISSING", BOX + "/a.tsv");
        assertThat(directory.resolve("elsewhere/landing")).doesNotExist();
    }
}
