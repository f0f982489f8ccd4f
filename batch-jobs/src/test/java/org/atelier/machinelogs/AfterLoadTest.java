package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOptions;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of loaded files on their server, and when they stay. The plant's clock stands at 2026-01-15. */
class AfterLoadTest {

    private static final String FILE = "DEM12 (PVC)/20250527.LOG";
    private static final String LINE = "20250527 08:00:00|@StukUitgevoerd";
    private static final String TIME = "2025-05-27T20:00:00Z";
    private static final AfterLoad ARCHIVE = new AfterLoad.Archive("archive");

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    /** A run at a later look, so that what did not change is settled. */
    private RunReport runSettled() throws Exception {
        return plant.later(Duration.ofMinutes(2)).run();
    }

    private static RunSummary summary(RunReport report) {
        return Objects.requireNonNull(report.summary(), "a summary");
    }

    private Path on(String path) {
        return plant.logs.resolve(path);
    }

    private String fate() {
        return plant.one(String.class, "select concat_ws(' ', etat, suite, chemin_archive) from fichier_source");
    }

    @Test
    void nothing_leaves_the_server_by_default() throws Exception {
        plant.log(FILE, TIME, LINE).run();

        RunReport second = runSettled();

        assertThat(on(FILE)).exists();
        assertThat(summary(second).figures()).doesNotContainKey("after-load");
        assertThat(plant.one(Long.class, "select count(*) from plan_suite")).isZero();
    }

    @Test
    void a_file_is_archived_once_it_is_settled_and_is_no_trouble_later() throws Exception {
        plant.afterLoad(ARCHIVE).excluding("archive").log(FILE, TIME, LINE);

        RunReport first = plant.run();
        assertThat(on(FILE)).exists();
        assertThat(summary(first).notes()).contains(FILE + " stays on the server: not settled yet");
        assertThat(summary(first).figure("after-load", "stays")).isEqualTo(1);

        RunReport second = runSettled();
        assertThat(on(FILE)).doesNotExist();
        assertThat(on("archive/" + FILE)).hasContent(LINE);
        assertThat(fate()).isEqualTo("loaded archived archive/" + FILE);
        assertThat(summary(second).figure("after-load", "archived")).isEqualTo(1);
        assertThat(summary(second).work()).isEqualTo(1);

        var before = plant.everyRow();
        RunReport third = runSettled();
        assertThat(third.ending()).isEqualTo(RunEnding.OK);
        assertThat(summary(third).work()).isZero();
        assertThat(plant.everyRow()).isEqualTo(before);
    }

    @Test
    void a_day_is_rebuilt_with_the_files_that_were_deleted_from_the_server() throws Exception {
        plant.afterLoad(AfterLoad.DELETE).log(FILE, TIME, LINE).run();
        runSettled();
        assertThat(on(FILE)).doesNotExist();
        assertThat(fate()).isEqualTo("loaded deleted");

        plant.log("DEM12 (PVC)/late.LOG", TIME, "20250527 09:00:00|@StukUitgevoerd: late");
        runSettled();

        assertThat(plant.one(String.class, "select total_pieces || ' ' || fichier_log_source from session_production"))
                .isEqualTo("2 " + FILE + "; DEM12 (PVC)/late.LOG");
    }

    @Test
    void a_file_of_todays_production_day_stays() throws Exception {
        // 13:00 in Paris, and this centre's day began at 14:00 yesterday.
        plant.afterLoad(AfterLoad.DELETE)
                .dayStart(LocalTime.of(14, 0))
                .log("DEM12 (PVC)/a.LOG", "2026-01-15T10:00:00Z", "20260114 14:00:00|@StukUitgevoerd")
                .log("DEM12 (PVC)/b.LOG", "2026-01-15T10:00:00Z", "20260114 13:59:59|@StukUitgevoerd: b");
        plant.run();

        plant.run(new RunOptions(null, "a.LOG"));
        RunReport report = plant.later(Duration.ofMinutes(2)).run(new RunOptions(null, "a.LOG"));

        assertThat(on("DEM12 (PVC)/a.LOG")).exists();
        assertThat(summary(report).notes())
                .contains("DEM12 (PVC)/a.LOG stays on the server: last event not of a past day");
        assertThat(on("DEM12 (PVC)/b.LOG")).exists();
        plant.run();
        assertThat(on("DEM12 (PVC)/a.LOG")).exists();
        assertThat(on("DEM12 (PVC)/b.LOG")).doesNotExist();
    }

    @Test
    void duplicates_and_files_without_events_stay() throws Exception {
        plant.afterLoad(AfterLoad.DELETE)
                .log(FILE, TIME, LINE)
                .log("DEM12 (PVC)/copy.LOG", TIME, LINE)
                .log("SU12 (HYBRIDE)/empty.LOG", TIME, "no event");

        RunReport report = plant.run();
        runSettled();

        assertThat(summary(report).notes())
                .contains(
                        "DEM12 (PVC)/copy.LOG stays on the server: repeats another file",
                        "SU12 (HYBRIDE)/empty.LOG stays on the server: no event, so of no past day");
        assertThat(on(FILE)).doesNotExist();
        assertThat(on("DEM12 (PVC)/copy.LOG")).exists();
        assertThat(on("SU12 (HYBRIDE)/empty.LOG")).exists();
    }

    @Test
    void a_file_that_changed_after_loading_is_not_deleted() throws Exception {
        plant.afterLoad(AfterLoad.DELETE).log(FILE, TIME, LINE).run();

        // It changes after the look of this run, which finds it unchanged.
        RunReport report = plant.later(Duration.ofMinutes(2))
                .afterListing(() -> write(LINE + "\r\n" + LINE))
                .run();

        assertThat(on(FILE)).exists();
        assertThat(summary(report).notes()).contains(FILE + " stays on the server: changed since it was loaded");
        assertThat(plant.one(String.class, "select coalesce(suite, 'there') from fichier_source"))
                .isEqualTo("there");

        runSettled();
        runSettled();
        assertThat(on(FILE)).doesNotExist();
        assertThat(plant.one(Integer.class, "select total_pieces from session_production"))
                .isEqualTo(2);
    }

    @Test
    void a_file_whose_landing_copy_is_lost_or_damaged_stays() throws Exception {
        plant.afterLoad(AfterLoad.DELETE).log(FILE, TIME, LINE).run();
        byte[] good = Files.readAllBytes(plant.landingCopy(FILE));
        Files.write(plant.landingCopy(FILE), new byte[] {1, 2, 3});
        assertThat(summary(runSettled()).notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith(FILE + " stays on the server: the landing copy")
                        .contains("damaged"));
        plant.loseLandingCopy(FILE);
        assertThat(summary(runSettled()).figure("after-load", "stays")).isEqualTo(1);
        assertThat(on(FILE)).exists();

        Files.write(plant.landingCopy(FILE), good);
        runSettled();
        assertThat(on(FILE)).doesNotExist();
    }

    @Test
    void nothing_in_the_archive_is_ever_overwritten() throws Exception {
        plant.afterLoad(ARCHIVE).excluding("archive").log(FILE, TIME, LINE);
        plant.bytes("archive/" + FILE, TIME, "another".getBytes(StandardCharsets.UTF_8));
        plant.run();
        runSettled();

        String sha256 = plant.one(String.class, "select sha256 from fichier_source");
        String second = "archive/DEM12 (PVC)/20250527-" + sha256.substring(0, 12) + ".LOG";
        assertThat(on("archive/" + FILE)).hasContent("another");
        assertThat(on(second)).hasContent(LINE);
        assertThat(fate()).isEqualTo("loaded archived " + second);

        plant.log(FILE, TIME, LINE);
        RunReport third = runSettled();
        assertThat(on(FILE)).exists();
        assertThat(summary(third).notes())
                .anySatisfy(note -> assertThat(note).contains("names in the archive are taken"));
    }

    @Test
    void an_archive_that_cannot_be_made_leaves_the_file_and_the_run_says_why() throws Exception {
        plant.afterLoad(ARCHIVE).excluding("archive").log(FILE, TIME, LINE);
        Files.writeString(on("archive"), "a file where the directory should be");
        plant.run();

        RunReport report = runSettled();

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(on(FILE)).exists();
        assertThat(summary(report).notes())
                .anySatisfy(note -> assertThat(note).startsWith(FILE + " stays on the server: "));
        Files.delete(on("archive"));
        runSettled();
        assertThat(on("archive/" + FILE)).exists();
    }

    @Test
    void a_run_that_died_between_the_rename_and_its_note_is_made_good_by_the_next_one() throws Exception {
        plant.afterLoad(ARCHIVE).excluding("archive").log(FILE, TIME, LINE).run();
        Files.createDirectories(on("archive/" + FILE).getParent());
        Files.move(on(FILE), on("archive/" + FILE));

        RunReport report = runSettled();

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(fate()).isEqualTo("loaded archived archive/" + FILE);
    }

    @Test
    void a_file_that_somebody_else_removed_is_gone_and_one_that_comes_back_is_seen_again() throws Exception {
        plant.afterLoad(AfterLoad.DELETE).log(FILE, TIME, LINE).run();
        plant.delete(FILE);
        assertThat(summary(runSettled()).figure("after-load", "gone")).isEqualTo(1);
        assertThat(fate()).isEqualTo("loaded gone");
        assertThat(summary(runSettled()).figures()).doesNotContainKey("after-load");

        plant.log(FILE, TIME, LINE);
        runSettled();
        assertThat(on(FILE)).doesNotExist();
        assertThat(fate()).isEqualTo("loaded deleted");
    }

    private void write(String text) {
        try {
            Files.writeString(on(FILE), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
