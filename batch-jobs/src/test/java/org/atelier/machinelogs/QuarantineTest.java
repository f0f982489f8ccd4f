package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.atelier.files.LedgerEdit;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOptions;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bad file among a hundred: the others load, it is told, left alone, and released by hand. */
class QuarantineTest {

    private static final String BAD = "DEM12 (PVC)/050.LOG";
    private static final String TIME = "2025-05-27T20:00:00Z";
    private static final String LINE = "20250527 08:00:00|@StukUitgevoerd: 50";

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
        for (int n = 0; n < 100; n++) {
            plant.log(
                    String.format(Locale.ROOT, "DEM12 (PVC)/%03d.LOG", n),
                    TIME,
                    "20250527 08:00:00|@StukUitgevoerd: " + n);
        }
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private static RunSummary summary(RunReport report) {
        return Objects.requireNonNull(report.summary(), "a summary");
    }

    private RunReport runWithoutTheBadFile() throws Exception {
        plant.log(BAD, TIME, LINE);
        return plant.afterListing(() -> plant.delete(BAD)).run();
    }

    private long bad() {
        return plant.one(Long.class, "select id from fichier_source where chemin = '" + BAD + "'");
    }

    @Test
    void ninety_nine_load_and_the_bad_one_is_told_once_and_comes_back_when_it_is_released() throws Exception {
        RunReport first = runWithoutTheBadFile();
        assertThat(first.ending().exitCode()).isEqualTo(8);
        assertThat(summary(first).figure("files", "loaded")).isEqualTo(99);
        assertThat(summary(first).figure("files", "failed")).isEqualTo(1);
        RunReport fifth = first;
        for (int attempt = 2; attempt <= 5; attempt++) {
            fifth = runWithoutTheBadFile();
            assertThat(fifth.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        }
        assertThat(summary(fifth).notes())
                .anySatisfy(note -> assertThat(note).startsWith(BAD).contains("attempt 5"));

        plant.log(BAD, TIME, LINE);
        RunReport sixth = plant.run();
        assertThat(sixth.ending()).isEqualTo(RunEnding.OK);
        assertThat(summary(sixth).notes()).noneSatisfy(note -> assertThat(note).contains(BAD));

        plant.sql().useHandle(handle -> new LedgerEdit(handle.getConnection()).requeue(List.of(bad())));
        RunReport seventh = plant.run();
        assertThat(seventh.ending()).isEqualTo(RunEnding.OK);
        assertThat(summary(seventh).figure("files", "loaded")).isEqualTo(1);
        assertThat(plant.one(Integer.class, "select total_pieces from session_production"))
                .isEqualTo(100);
    }

    @Test
    void a_loaded_file_that_is_requeued_or_forgotten_is_taken_again_and_changes_nothing() throws Exception {
        plant.run();
        String before = plant.tableHash();
        plant.sql().useHandle(handle -> new LedgerEdit(handle.getConnection()).requeue(List.of(bad())));
        assertThat(summary(plant.run()).figure("files", "loaded")).isEqualTo(1);
        assertThat(plant.tableHash()).isEqualTo(before);

        plant.sql().useHandle(handle -> new LedgerEdit(handle.getConnection()).forget(List.of(bad())));
        assertThat(summary(plant.run()).figure("files", "loaded")).isEqualTo(1);
        assertThat(plant.tableHash()).isEqualTo(before);
        assertThat(summary(plant.run()).figure("files", "taken")).isZero();
    }

    @Test
    void what_only_a_forgotten_file_gave_goes_when_it_is_taken_with_other_content() throws Exception {
        plant.log("SU12 (HYBRIDE)/a.LOG", TIME, LINE).run();
        long file = plant.one(Long.class, "select id from fichier_source where chemin like 'SU12%'");
        plant.sql().useHandle(handle -> new LedgerEdit(handle.getConnection()).forget(List.of(file)));
        assertThat(plant.one(Long.class, "select count(*) from session_production"))
                .isEqualTo(2);
        plant.log("SU12 (HYBRIDE)/a.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: other day");

        plant.run();

        assertThat(plant.rows("select date_production::text as d from session_production order by 1")
                        .toString())
                .isEqualTo("[{d=2025-05-27}, {d=2025-05-28}]");
        assertThat(plant.one(Long.class, "select count(*) from session_production"))
                .isEqualTo(2);
    }

    @Test
    void one_file_that_was_asked_for_tells_what_was_found_in_it() throws Exception {
        plant.log("SU12 (HYBRIDE)/a.LOG", TIME, LINE, "", "broken", "20250528 08:00:00|@Other");

        RunReport report = plant.run(new RunOptions(null, "a.LOG"));

        assertThat(summary(report).notes())
                .contains("SU12 (HYBRIDE)/a.LOG: 4 lines read, 1 used, 1 counted only, 1 blank, 1 rejected, 0 held; "
                        + "days 2025-05-27, 2025-05-28");
    }
}
