package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.atelier.reject.RejectLimits;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejected rows and cells, refused files, hostile names, and what of it stops the rest: nothing. */
class OddFilesTest {

    private static final String GOOD = Box.plain(Box.row(1, 230.5, 2));

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

    private List<String> rejects() {
        return boxes.rows("select numero_ligne, coalesce(colonne, 0) as c, motif, contenu from ligne_rejetee"
                + " order by fichier_id, numero_ligne, colonne nulls first");
    }

    @Test
    void ra5_ra6_rt10_rt11_bad_rows_and_cells_are_rejects_with_their_place_and_the_rest_is_stored() throws Exception {
        RunSummary summary = boxes.file(
                        FOLDER + "a.tsv",
                        Box.plain(
                                "31/04/26 10:00:00|1|2",
                                "10/03/26 10:00:00|12,5|NA",
                                "",
                                "10/03/26 10:10:00|1",
                                "10/03/26 10:20:00|1_000|2|3",
                                "10/03/26 24:00:00|1|2"))
                .done();

        assertThat(rejects())
                .containsExactly(
                        "3|0|INVALID_TIMESTAMP|31/04/26 10:00:00\t1\t2",
                        "4|1|INVALID_VALUE|12,5",
                        "4|2|INVALID_VALUE|NA",
                        "7|1|INVALID_VALUE|1_000",
                        "8|0|INVALID_TIMESTAMP|10/03/26 24:00:00\t1\t2");
        assertThat(boxes.points()).containsExactly("M02009001_Ch1|10 10:20:00|2", "M02009001_U1|10 10:10:00|1");
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(summary.figure("points", "invalid")).isEqualTo(3);
        assertThat(summary.figure("points", "missing")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UNSUPPORTED_FORMAT;1|1~MV_T202_V002|U V~10/03/26 10:00:00|1~",
                "HEADER_WIDTH_MISMATCH;1|1|1~MV_T302_V002|U V~10/03/26 10:00:00|1~",
                "NO_CHANNEL;1~MV_T302_V002~10/03/26 10:00:00~",
                "NO_DATA_ROW;1|1~MV_T302_V002|U V~",
                "NO_VALID_STAMP;1|1~MV_T302_V002|U V~10/13/26 10:00:00|1~",
                "NO_DATA_BLOCK;START_HEADER~{}~END_HEADER~",
                "EMPTY;''"
            })
    void ra7_a_file_that_cannot_be_read_is_refused_with_its_reason(String code, String text) throws Exception {
        RunReport report = boxes.file(FOLDER + "bad.tsv", text.replace('~', '\n'))
                .file(FOLDER + "good.tsv", GOOD)
                .run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(boxes.one(String.class, "select cause from fichier_source where etat = 'failed'"))
                .startsWith(code + ": ");
        assertThat(boxes.files()).containsExactly(FOLDER + "error/bad.tsv", FOLDER + "parsed/good.tsv");
        assertThat(boxes.points()).hasSize(2);
    }

    @Test
    void a_bad_path_is_refused_and_other_files_are_not() throws Exception {
        boxes.file("top.tsv", GOOD)
                .file("durand/essai/short.tsv", GOOD)
                .file("_intern/essai/1/a.tsv", GOOD)
                .file("durand_1h/essai/1/a.tsv", GOOD)
                .file("durand/ essai/1/a.tsv", GOOD)
                .file(FOLDER + "good.tsv", GOOD)
                .done();

        assertThat(boxes.files())
                .containsExactly(
                        "_intern/essai/1/error/a.tsv",
                        "durand/ essai/1/error/a.tsv",
                        FOLDER + "parsed/good.tsv",
                        "durand/essai/error/short.tsv",
                        "durand_1h/essai/1/error/a.tsv",
                        "error/top.tsv");
        assertThat(boxes.rows("select cause from fichier_source where etat = 'failed'"))
                .hasSize(5)
                .allMatch(cause -> cause.startsWith("Invalid path structure: "));
        assertThat(boxes.rows("select bucket from campagne")).containsExactly("durand");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o'brien \"& co\", a=b",
                "'; drop table voie; --",
                "é ü 名 €",
                "$HOME `id` %s {0}",
                "..x",
                "a,b c",
                "x\\y",
                "a\nb",
                "a\tb"
            })
    void l36_a_hostile_name_is_data_or_refused_and_never_more(String name) throws Exception {
        boxes.file(name + "/" + name + "/1/" + name + ".tsv", GOOD)
                .file("durand/essai/1/t.tsv", GOOD.replace("Four", name.replaceAll("[\\n\\t]", "")))
                .done();

        boolean plain = name.codePoints().noneMatch(c -> c < ' ' || c == '\\');
        // A path with a line break is asked of no server: such a file stays, and the run says so.
        String folder = plain ? "parsed/" : name.contains("\n") ? "" : "error/";
        String file = name + "/" + name + "/1/" + folder + name + ".tsv";
        assertThat(boxes.files()).containsExactlyInAnyOrder("durand/essai/1/parsed/t.tsv", file);
        assertThat(boxes.rows("select nom from campagne where bucket <> 'durand'"))
                .isEqualTo(plain ? List.of(name) : List.of());
        assertThat(boxes.rows("select channel_name from voie join campagne c on c.id = campagne_id"
                        + " where bucket = 'durand' and channel_label = 'Ch1'"))
                .containsExactly(name.replaceAll("[\\n\\t]", "").strip());
    }

    @Test
    void a_link_out_of_the_data_folder_is_not_followed() throws Exception {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.writeString(outside.resolve("a.tsv"), GOOD.replace('|', '\t'));
        Files.createDirectories(boxes.data.resolve(FOLDER));
        Files.createSymbolicLink(boxes.data.resolve(FOLDER + "linked"), outside);
        Files.createSymbolicLink(boxes.data.resolve(FOLDER + "b.tsv"), outside.resolve("a.tsv"));
        boxes.done();

        assertThat(outside.resolve("a.tsv")).exists();
        assertThat(boxes.count("mesure_electrique")).isZero();
        assertThat(Files.exists(boxes.data.resolve(FOLDER + "b.tsv"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void a_folder_that_is_not_looked_into_does_not_stop_the_rest() throws Exception {
        String deep = "durand/essai/1" + "/x".repeat(16);
        boxes.file(deep + "/a.tsv", GOOD).file(FOLDER + "b.tsv", GOOD);
        RunReport report = boxes.run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(Boxes.summaryOf(report).notes()).anyMatch(note -> note.startsWith(deep.substring(0, 40)));
        assertThat(boxes.files()).containsExactlyInAnyOrder(deep + "/a.tsv", FOLDER + "parsed/b.tsv");
    }

    @Test
    void too_many_rejects_end_the_run_before_anything_is_stored() throws Exception {
        String[] bad = IntStream.range(0, 20).mapToObj(n -> "bad|1|2").toArray(String[]::new);
        RunReport report = boxes.file(FOLDER + "a.tsv", GOOD + String.join("\n", bad) + "\n")
                .limits(new RejectLimits(10L, new BigDecimal("0.5")))
                .run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(report.cause()).isNotNull();
        assertThat(boxes.count("mesure_electrique")).isZero();
        assertThat(boxes.files()).containsExactly(FOLDER + "a.tsv");

        boxes.limits(RejectLimits.NONE).later(Duration.ofMinutes(1)).done();
        assertThat(boxes.points()).hasSize(2);
        assertThat(boxes.count("ligne_rejetee")).isEqualTo(20);
    }
}
