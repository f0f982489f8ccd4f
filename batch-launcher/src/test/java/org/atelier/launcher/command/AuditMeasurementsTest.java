package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in a folder of measurement files. */
class AuditMeasurementsTest {

    private static final String BOX = "acme/essai/02000800";

    @TempDir
    Path directory;

    private BoxesUse boxes;

    @BeforeEach
    void open() throws Exception {
        boxes = new BoxesUse(directory);
        boxes.upload(BOX, "a.tsv", "05/01/26 08:00:00\t231.8\t2", "05/01/26 08:10:00\t231.8\tbad");
        boxes.write(BOX + "/parsed/b.tsv", """
                        02000800\t02000800\t02000800\t02000800\t04000001
                        MV_T302_V002\tPh 1 V\tPh 2 V\tPh 3 V\tFour W
                        05/01/26 08:00:00\t1\t2\t3\t4
                        """);
        boxes.write(BOX + "/error/c.tsv", "02000800\t02000800\nMV_T202_V002\tPh 1 V\n05/01/26 08:00:00\t1\n");
        boxes.write("acme/essai/02000801/d.tsv", """
                        START_HEADER
                        {}
                        END_HEADER
                        START_DATA
                        02000801\t02000801\t02000801
                        MV_T302_V003\tPh 1 V\tFour W
                        05/01/26 08:00:00\t1\t2
                        END_DATA
                        """);
        boxes.write("acme/essai/02000801/notes.txt", "none");
    }

    @AfterEach
    void close() throws Exception {
        boxes.close();
    }

    private JsonNode audit(String... more) {
        String[] line = new String[more.length + 4];
        System.arraycopy(new String[] {"measurements", "audit", "-o", "json"}, 0, line, 0, 4);
        System.arraycopy(more, 0, line, 4, more.length);
        CommandLineUse use = boxes.use(line);
        assertThat(use.code()).as(use.err()).isZero();
        return JsonMapper.shared().readTree(use.out());
    }

    @Test
    void formats_boxes_and_refused_files_are_counted_wherever_they_lie() {
        JsonNode audit = audit();

        assertThat(audit.get("files").asInt()).isEqualTo(4);
        assertThat(audit.get("formats").toString())
                .isEqualTo("[{\"structure\":\"header-block\",\"marker\":\"MV_T302_V003\",\"files\":1},"
                        + "{\"structure\":\"plain\",\"marker\":\"MV_T302_V002\",\"files\":2}]");
        assertThat(audit.get("boxes").toString())
                .isEqualTo(
                        "[{\"master\":\"02000800\",\"subtypes\":\"mono tri\",\"highest_channel\":1,\"slaves\":1,\"files\":2},"
                                + "{\"master\":\"02000801\",\"subtypes\":\"mono\",\"highest_channel\":1,\"slaves\":0,\"files\":1}]");
        assertThat(audit.get("refused").get(0).get("file").asString()).isEqualTo(BOX + "/error/c.tsv");
        assertThat(audit.get("refused").get(0).get("reason").asString()).contains("MV_T202_V002");
        assertThat(audit.has("producers")).isFalse();
    }

    @Test
    void files_that_would_produce_a_field_are_named() {
        assertThat(audit("--field", "M02000800_Ch1_W").get("producers").toString())
                .isEqualTo("[{\"file\":\"" + BOX + "/a.tsv\",\"column\":2,\"title\":\"Voie1 W\",\"points\":1}]");
        assertThat(audit("--field", "M02000800_U3_V")
                        .get("producers")
                        .get(0)
                        .get("file")
                        .asString())
                .isEqualTo(BOX + "/parsed/b.tsv");
        assertThat(audit("--field", "M0_U1_V").get("producers")).isEmpty();
    }

    @Test
    void another_folder_may_be_named_and_one_that_is_not_there_is_exit_code_4() {
        assertThat(audit(boxes.data.resolve("acme/essai/02000801").toString())
                        .get("files")
                        .asInt())
                .isEqualTo(1);
        CommandLineUse nowhere = boxes.use("measurements", "audit", "nowhere");
        assertThat(nowhere.code()).isEqualTo(4);
        assertThat(nowhere.err()).contains("there is no folder ", "atelier measurements audit --help");
        assertThat(boxes.use("measurements", "audit", "--help").code()).isZero();
        boxes.plant.set(
                "ATELIER_MEASUREMENTS_DATA_FOLDER", directory.resolve("gone").toString());
        assertThat(boxes.use("measurements", "audit").code()).isEqualTo(4);
    }

    @Test
    void companies_and_folders_may_be_named_together_and_no_file_counts_twice() throws Exception {
        boxes.write("other/essai/02000802/e.tsv", "02000802\t02000802\nMV_T302_V002\tPh 1 V\n05/01/26 08:00:00\t1\n");
        assertThat(audit("other").get("files").asInt()).isEqualTo(1);
        JsonNode both = audit("acme", "other", boxes.data.resolve(BOX).toString(), "--field", "M02000802_U1_V");
        assertThat(both.get("files").asInt()).isEqualTo(5);
        assertThat(both.get("producers").get(0).get("file").asString()).isEqualTo("other/essai/02000802/e.tsv");
        assertThat(boxes.use("measurements", "audit", "acme", "nobody").code()).isEqualTo(4);
    }

    @Test
    void folders_elsewhere_are_named_from_what_they_have_in_common() throws Exception {
        boxes.plant.set(
                "ATELIER_MEASUREMENTS_DATA_FOLDER",
                directory.resolve("other data").toString());
        JsonNode both = audit(
                boxes.data.resolve(BOX).toString(),
                boxes.data.resolve("acme/essai/02000801").toString(),
                "--field",
                "M02000801_U1_V");
        assertThat(both.get("files").asInt()).isEqualTo(4);
        assertThat(both.get("producers").get(0).get("file").asString()).isEqualTo("02000801/d.tsv");
    }

    @Test
    void csv_has_the_files_of_a_field_where_one_is_asked_for_else_the_formats() {
        assertThat(boxes.use("measurements", "audit", "-o", "csv").out()).startsWith("structure,marker,files\r\n");
        assertThat(boxes.use("measurements", "audit", "-o", "csv", "--field", "M02000800_Ch1_W")
                        .out())
                .isEqualTo("file,column,title,points\r\n" + BOX + "/a.tsv,2,Voie1 W,1\r\n");
    }
}
