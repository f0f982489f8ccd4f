package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where files end, and that nothing is overwritten or moved unread. */
class MovedFilesTest {

    private static final String ONE = Box.plain(Box.row(1, 1, 1));
    private static final String OTHER = Box.plain(Box.row(2, 2, 2));
    private static final String THIRD = Box.plain(Box.row(3, 3, 3));
    private static final String BAD = "02009001|02009001\nMV_T202_V002|Ph 1 V\n10/03/26 10:00:00|1\n";

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

    @Test
    void ra7_rt16_rt17_files_end_in_parsed_or_error_beside_where_they_lay() throws Exception {
        RunReport report = boxes.file(FOLDER + "good.tsv", ONE)
                .file(FOLDER + "bad.tsv", BAD)
                .file("durand/essai/02009001/deep/er/good.tsv", OTHER)
                .run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(boxes.files())
                .containsExactly(
                        FOLDER + "deep/er/parsed/good.tsv", FOLDER + "error/bad.tsv", FOLDER + "parsed/good.tsv");
        assertThat(Boxes.summaryOf(report).notes()).anyMatch(note -> note.contains("bad.tsv: UNSUPPORTED_FORMAT"));
        assertThat(boxes.points()).hasSize(4).noneMatch(point -> point.contains("10:00:00"));
        assertThat(boxes.run().ending()).isEqualTo(RunEnding.OK);
    }

    @Test
    void rt15_what_lies_in_parsed_or_error_at_any_depth_is_not_taken() throws Exception {
        RunSummary summary = boxes.file("durand/parsed/1/a.tsv", ONE)
                .file(FOLDER + "error/b.tsv", ONE)
                .file(FOLDER + "parsed/x/c.tsv", ONE)
                .file(FOLDER + "d.TSV", ONE)
                .file(FOLDER + "e.tsv.part", ONE)
                .file("durand/essai/02009001/x/y/f.tsv", ONE)
                .done();

        assertThat(summary.figure("files", "taken")).isEqualTo(1);
        assertThat(boxes.files()).contains(FOLDER + "x/y/parsed/f.tsv", FOLDER + "d.TSV", FOLDER + "error/b.tsv");
    }

    @Test
    void l31_a_name_that_is_taken_gets_a_suffix_and_the_bytes_of_both_are_kept() throws Exception {
        boxes.file(FOLDER + "a.tsv", ONE).done();
        boxes.file(FOLDER + "a.tsv", OTHER).done();
        boxes.later(Duration.ofHours(2)).file(FOLDER + "a.tsv", THIRD).done();

        assertThat(boxes.files())
                .containsExactly(FOLDER + "parsed/a.tsv", FOLDER + "parsed/a_2.tsv", FOLDER + "parsed/a_3.tsv");
        assertThat(boxes.text(FOLDER + "parsed/a.tsv")).isEqualTo(ONE);
        assertThat(boxes.text(FOLDER + "parsed/a_2.tsv")).isEqualTo(OTHER);
        assertThat(boxes.text(FOLDER + "parsed/a_3.tsv")).isEqualTo(THIRD);
        assertThat(boxes.points()).hasSize(6);
    }

    @Test
    void l31_the_same_content_under_the_same_name_is_kept_once() throws Exception {
        boxes.file(FOLDER + "a.tsv", ONE).file(FOLDER + "bad.tsv", BAD).done();
        boxes.later(Duration.ofMinutes(5))
                .file(FOLDER + "a.tsv", ONE)
                .file(FOLDER + "bad.tsv", BAD)
                .done();

        assertThat(boxes.files()).containsExactly(FOLDER + "error/bad.tsv", FOLDER + "parsed/a.tsv");
    }

    @Test
    void a_file_that_comes_back_with_its_size_and_time_but_other_bytes_is_read() throws Exception {
        byte[] first = ONE.replace('|', '\t').getBytes(StandardCharsets.UTF_8);
        byte[] second = OTHER.replace('|', '\t').getBytes(StandardCharsets.UTF_8);
        boxes.bytes(FOLDER + "a.tsv", first, Duration.ofHours(1)).done();
        var modified = Files.getLastModifiedTime(boxes.data.resolve(FOLDER + "parsed/a.tsv"));
        boxes.bytes(FOLDER + "a.tsv", second, Duration.ofHours(1));
        Files.setLastModifiedTime(boxes.data.resolve(FOLDER + "a.tsv"), modified);
        boxes.done();

        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv", FOLDER + "parsed/a_2.tsv");
        assertThat(boxes.points()).hasSize(4);
    }

    @Test
    void l9_a_file_that_grows_after_it_was_read_stays_and_is_read_again_by_the_next_run() throws Exception {
        String grown = ONE + Box.row(2, 2, 2) + "\n";
        boxes.file(FOLDER + "a.tsv", ONE)
                .afterLanding(() -> boxes.file(FOLDER + "a.tsv", grown))
                .done();
        assertThat(boxes.files()).containsExactly(FOLDER + "a.tsv");

        boxes.done();
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
        assertThat(boxes.text(FOLDER + "parsed/a.tsv")).isEqualTo(grown);
        assertThat(boxes.points()).hasSize(4);
    }

    @Test
    void a_file_that_vanishes_before_it_is_read_fails_alone() throws Exception {
        RunReport report = boxes.file(FOLDER + "a.tsv", ONE)
                .file(FOLDER + "b.tsv", OTHER)
                .afterListing(
                        () -> boxes.data.resolve(FOLDER + "a.tsv").toFile().delete())
                .run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/b.tsv");
    }

    @Test
    void a_file_that_cannot_be_moved_stays_and_is_moved_later_without_being_read_again() throws Exception {
        boxes.file(FOLDER + "parsed", "a file where the folder should be\n").file(FOLDER + "a.tsv", ONE);
        RunReport report = boxes.run();
        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(Boxes.summaryOf(report).notes()).anyMatch(note -> note.contains("a.tsv stays"));
        assertThat(boxes.files()).contains(FOLDER + "a.tsv");

        Files.delete(boxes.data.resolve(FOLDER + "parsed"));
        RunSummary second = boxes.done();
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
        assertThat(second.figure("files", "taken")).isZero();
        assertThat(second.figure("moved", "archived")).isEqualTo(1);
    }
}
