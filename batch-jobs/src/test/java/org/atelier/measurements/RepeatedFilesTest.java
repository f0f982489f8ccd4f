package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.atelier.run.RunEnding;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come again, whole or in part, change nothing that is equal. */
class RepeatedFilesTest {

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

    /** All rows of the first so many hours, one each ten minutes. */
    private static String hours(int from, int to) {
        return Box.plain(IntStream.range(from * 6, to * 6)
                .mapToObj(n -> Box.row(n * 10, 200 + n, n / 4.0))
                .toArray(String[]::new));
    }

    @Test
    void l30_the_same_file_again_under_whatever_name_writes_nothing() throws Exception {
        boxes.file(FOLDER + "a.tsv", hours(0, 6)).done();
        List<String> before = boxes.versions();

        boxes.file(FOLDER + "a.tsv", hours(0, 6)).done();
        boxes.later(Duration.ofHours(1))
                .file(FOLDER + "a.tsv", hours(0, 6))
                .file(FOLDER + "b.tsv", hours(0, 6))
                .done();
        RunSummary last = boxes.file(FOLDER + "c.tsv", hours(2, 3)).done();

        assertThat(boxes.versions()).isEqualTo(before);
        assertThat(last.figure("points", "distinct")).isEqualTo(12);
        assertThat(last.figure("points", "written")).isZero();
    }

    @Test
    void l30_a_growing_backlog_writes_what_is_new_and_touches_its_windows_alone() throws Exception {
        boxes.file(FOLDER + "a.tsv", hours(0, 5)).done();
        List<String> before = boxes.rows("select fenetre, xmin::text as x from mesure_horaire order by 1, voie_id");

        RunSummary second = boxes.file(FOLDER + "b.tsv", hours(0, 7)).done();

        assertThat(second.figure("points", "written")).isEqualTo(24);
        assertThat(boxes.rows("select fenetre, xmin::text as x from mesure_horaire order by 1, voie_id"))
                .hasSize(14)
                .startsWith(before.toArray(String[]::new));
        assertThat(boxes.rows("select nombre from mesure_journaliere")).containsExactly("42", "42");
    }

    @Test
    void l30_overlapping_backlogs_give_the_same_rows_in_any_order_of_arrival() throws Exception {
        List<String> backlogs = new ArrayList<>(
                List.of(hours(0, 4), hours(2, 8), hours(5, 9), hours(0, 9), hours(3, 6) + "10/03/26 06:00:00|23"));
        String means = "select channel_id, fenetre, round(moyenne::numeric, 9) as m, nombre from mesure_horaire"
                + " join voie on id = voie_id order by 1, 2";
        List<String> expected = List.of();
        for (int n = 0; n < 3; n++) {
            Collections.shuffle(backlogs, new Random(n));
            try (Boxes fresh = new Boxes(directory.resolve("order" + n))) {
                for (int i = 0; i < backlogs.size(); i++) {
                    fresh.file(FOLDER + i + ".tsv", backlogs.get(i));
                    if (i % 2 == 1) {
                        fresh.done();
                    }
                }
                fresh.done();
                List<String> all = new ArrayList<>(fresh.points());
                all.addAll(fresh.rows(means));
                assertThat(all).hasSize(2 * 54 + 2 * 9);
                assertThat(n == 0 ? all : expected).isEqualTo(all);
                expected = all;
            }
        }
    }

    @Test
    void nothing_to_do_is_no_failure_and_writes_nothing() throws Exception {
        RunSummary first = boxes.done();
        assertThat(first.empty()).isTrue();

        boxes.file(FOLDER + "a.tsv", hours(0, 1)).done();
        List<String> before = boxes.versions();
        int reports = boxes.reports.toFile().list().length;

        assertThat(boxes.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(boxes.versions()).isEqualTo(before);
        assertThat(boxes.reports.toFile().list()).hasSize(reports);
    }
}
