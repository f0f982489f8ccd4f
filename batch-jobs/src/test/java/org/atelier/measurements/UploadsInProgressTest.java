package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file whose upload goes on is left alone, and loses nothing. */
class UploadsInProgressTest {

    private static final String ROW = Box.row(1, 230.5, 2);
    private static final String CUT = "10/03/26 00:02:00|24";

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

    private List<String> causes() {
        return boxes.rows("select regexp_replace(chemin, '.*/', '') as f, etat, cause from fichier_source order by 1");
    }

    @Test
    void rt24_whole_files_are_taken_however_fresh_and_cut_ones_are_left() throws Exception {
        RunSummary summary = boxes.fresh(FOLDER + "block.tsv", Box.block(ROW))
                .fresh(FOLDER + "long.tsv", Box.block(ROW, Box.row(2, 1, 2) + "|9".repeat(5_000)))
                .fresh(FOLDER + "open-block.tsv", Box.openBlock(ROW))
                .fresh(FOLDER + "open-plain.tsv", Box.plain(ROW) + CUT)
                .fresh(FOLDER + "plain.tsv", Box.plain(ROW))
                .fresh(FOLDER + "start.tsv", "START_HEADER\n{\"FileVer")
                .fresh(FOLDER + "unterminated.tsv", Box.openBlock(ROW) + "END_DATA")
                .done();

        assertThat(summary.figure("files", "uploading")).isEqualTo(3);
        assertThat(causes().stream().filter(cause -> cause.contains("seen")))
                .satisfiesExactly(
                        cause -> assertThat(cause).contains("open-block.tsv", "END_DATA", "600 s"),
                        cause -> assertThat(cause).contains("open-plain.tsv", "its last line has no end", "600 s"),
                        cause -> assertThat(cause).contains("start.tsv", "upload in progress"));
        assertThat(boxes.files())
                .containsExactly(
                        FOLDER + "open-block.tsv",
                        FOLDER + "open-plain.tsv",
                        FOLDER + "parsed/block.tsv",
                        FOLDER + "parsed/long.tsv",
                        FOLDER + "parsed/plain.tsv",
                        FOLDER + "parsed/unterminated.tsv",
                        FOLDER + "start.tsv");
    }

    @Test
    void rt25_rt26_a_file_that_another_process_has_open_is_left_until_that_ends() throws Exception {
        boxes.file(FOLDER + "a.tsv", Box.plain(ROW));
        try (HoldOpen held = HoldOpen.of(boxes.data.resolve(FOLDER + "a.tsv"))) {
            RunSummary summary = boxes.done();
            assertThat(held.isAlive()).isTrue();
            assertThat(summary.figure("files", "uploading")).isEqualTo(1);
            assertThat(summary.notes()).anyMatch(note -> note.contains("another process has it open"));
            assertThat(boxes.files()).containsExactly(FOLDER + "a.tsv");
        }
        boxes.done();
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
        assertThat(boxes.points()).hasSize(2);
    }

    @Test
    void l9_a_file_that_was_opened_while_it_was_read_is_stored_but_not_moved() throws Exception {
        HoldOpen[] held = new HoldOpen[1];
        boxes.file(FOLDER + "a.tsv", Box.plain(ROW)).afterLanding(() -> {
            try {
                held[0] = HoldOpen.of(boxes.data.resolve(FOLDER + "a.tsv"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        RunSummary summary = boxes.done();
        held[0].close();
        assertThat(boxes.points()).hasSize(2);
        assertThat(summary.notes()).anyMatch(note -> note.contains("another process has it open"));
        assertThat(boxes.files()).containsExactly(FOLDER + "a.tsv");

        boxes.done();
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
    }

    @Test
    void rt26_an_old_cut_file_is_taken_as_it_is() throws Exception {
        boxes.fresh(FOLDER + "block.tsv", Box.openBlock(ROW) + CUT)
                .fresh(FOLDER + "plain.tsv", Box.plain(ROW) + CUT)
                .done();
        assertThat(boxes.count("mesure_electrique")).isZero();

        RunSummary summary = boxes.later(Boxes.GRACE).done();
        assertThat(summary.figure("files", "loaded")).isEqualTo(2);
        assertThat(boxes.points()).hasSize(2);
        assertThat(boxes.rows("select count(*) from ligne_rejetee where motif = 'TRUNCATED_LINE'"))
                .containsExactly("2");
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/block.tsv", FOLDER + "parsed/plain.tsv");
    }

    @Test
    void rt27_with_only_uploads_in_progress_nothing_is_moved_written_or_reported() throws Exception {
        RunReport report = boxes.fresh(FOLDER + "a.tsv", Box.openBlock(ROW)).run();

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(boxes.files()).containsExactly(FOLDER + "a.tsv");
        assertThat(boxes.count("campagne") + boxes.count("voie") + boxes.count("mesure_electrique"))
                .isZero();
        assertThat(boxes.reports).doesNotExist();
    }

    /** Uploaded in pieces, with a run behind each: a piece may end anywhere, in a plain file within a line. */
    @ParameterizedTest
    @ValueSource(ints = {41, 67})
    void l9_a_header_block_that_is_uploaded_slowly_loses_no_row(int piece) throws Exception {
        slowly(Box.block(ROW, Box.row(2, 2, 2), Box.row(3, 3, 3), Box.row(4, 4, 4)), piece);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 71})
    void l9_a_plain_file_that_is_uploaded_slowly_loses_no_row(int piece) throws Exception {
        slowly(Box.plain(ROW, Box.row(2, 2, 2), Box.row(3, 3, 3), Box.row(4, 4, 4)), piece);
    }

    private void slowly(String text, int piece) throws Exception {
        byte[] whole = text.replace('|', '\t').getBytes(StandardCharsets.UTF_8);
        Path file = Files.createDirectories(boxes.data.resolve(FOLDER)).resolve("a.tsv");
        for (int from = 0; from < whole.length; from += piece) {
            byte[] part = Arrays.copyOfRange(whole, from, Math.min(from + piece, whole.length));
            boolean inLine = from + part.length < whole.length && part[part.length - 1] != '\n';
            Files.write(file, part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (inLine) {
                boxes.done();
                boxes.later(Duration.ofSeconds(2));
            }
        }
        boxes.done();
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
        assertThat(Files.readAllBytes(boxes.data.resolve(FOLDER + "parsed/a.tsv")))
                .isEqualTo(whole);
        assertThat(boxes.points()).hasSize(8);
        assertThat(boxes.count("ligne_rejetee")).isZero();
    }
}
