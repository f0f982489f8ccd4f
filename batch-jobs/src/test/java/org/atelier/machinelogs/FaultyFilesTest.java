package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be had or read never stops the others. */
class FaultyFilesTest {

    private static final String GONE = "DEM12 (PVC)/20250527.LOG";
    private static final String OTHER = "DEM12 (PVC)/20250528.LOG";
    private static final String DAYS =
            "select coalesce(string_agg(date_production || ' ' || total_pieces, ', ' order by date_production), '') from session_production";

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
        plant.log(GONE, "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd").log(
                OTHER, "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private String state(String path) {
        return plant.one(
                String.class, "select etat || ' ' || tentatives from fichier_source where chemin = '" + path + "'");
    }

    @Test
    void a_file_that_is_gone_after_the_listing_fails_alone_and_is_loaded_when_it_is_back() throws Exception {
        RunReport first = plant.afterListing(() -> plant.delete(GONE)).run();

        assertThat(first.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(first.status()).isEqualTo("COMPLETED");
        assertThat(summaryOf(first).failures()).isEqualTo(1);
        assertThat(summaryOf(first).notes())
                .contains("DEM12 (PVC): 1 loaded, 1 failed")
                .anySatisfy(note -> assertThat(note).startsWith(GONE + ": no file"));
        assertThat(plant.one(String.class, DAYS)).isEqualTo("2025-05-28 1");
        assertThat(state(GONE)).isEqualTo("failed 1");
        assertThat(plant.one(String.class, "select cause from fichier_source where etat = 'failed'"))
                .contains("no file");

        plant.log(GONE, "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd");
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.one(String.class, DAYS)).isEqualTo("2025-05-27 1, 2025-05-28 1");
        assertThat(state(GONE)).isEqualTo("loaded 0");
        assertThat(plant.one(Long.class, "select count(*) from fichier_source where cause is not null"))
                .isZero();
    }

    @Test
    void a_file_that_failed_five_times_unchanged_is_left_alone_until_it_changes() throws Exception {
        for (int attempt = 1; attempt <= 5; attempt++) {
            plant.log(GONE, "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd");
            assertThat(plant.afterListing(() -> plant.delete(GONE)).run().ending())
                    .isEqualTo(RunEnding.WITH_ERRORS);
            assertThat(state(GONE)).isEqualTo((attempt < 5 ? "failed " : "quarantined ") + attempt);
        }
        plant.log(GONE, "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd");

        RunReport sixth = plant.run();
        assertThat(sixth.ending()).isEqualTo(RunEnding.OK);
        assertThat(state(GONE)).isEqualTo("quarantined 5");
        assertThat(plant.one(String.class, DAYS)).isEqualTo("2025-05-28 1");

        plant.log(GONE, "2025-05-27T21:00:00Z", "20250527 08:00:00|@StukUitgevoerd");
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(state(GONE)).isEqualTo("loaded 0");
    }

    @Test
    void a_day_that_lacks_a_landing_copy_fails_and_keeps_its_old_session() throws Exception {
        String second = "DEM12 (PVC)/20250527-b.LOG";
        plant.run();
        plant.loseLandingCopy(GONE);
        plant.log(
                second,
                "2025-05-27T21:00:00Z",
                "20250527 09:00:00|@StukUitgevoerd: b",
                "20250529 09:00:00|@StukUitgevoerd");

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(state(second)).isEqualTo("failed 1");
        assertThat(plant.one(String.class, "select cause from fichier_source where etat = 'failed'"))
                .contains("LANDING_MISSING", GONE);
        assertThat(plant.one(String.class, DAYS)).startsWith("2025-05-27 1, 2025-05-28 1");
        assertThat(plant.one(
                        String.class,
                        "select fichier_log_source from session_production where date_production = '2025-05-27'"))
                .isEqualTo(GONE);
        assertThat(summaryOf(report).figure("sessions", "failed")).isEqualTo(1);

        plant.run(new org.atelier.run.RunOptions(null, GONE));
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.one(String.class, DAYS)).isEqualTo("2025-05-27 2, 2025-05-28 1, 2025-05-29 1");
    }

    @Test
    void a_damaged_landing_copy_fails_its_day_alone() throws Exception {
        plant.run();
        Path copy = plant.landingCopy(GONE);
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(copy, bytes);
        plant.log("DEM12 (PVC)/b.LOG", "2025-05-27T21:00:00Z", "20250527 09:00:00|@StukUitgevoerd: b").log(
                "DEM12 (PVC)/c.LOG", "2025-05-27T21:00:00Z", "20250529 09:00:00|@StukUitgevoerd: c");

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(state("DEM12 (PVC)/b.LOG")).isEqualTo("failed 1");
        assertThat(state("DEM12 (PVC)/c.LOG")).isEqualTo("loaded 0");
        assertThat(plant.one(String.class, DAYS)).isEqualTo("2025-05-27 1, 2025-05-28 1, 2025-05-29 1");
    }

    @Test
    void a_missing_copy_needed_to_judge_a_duplicate_fails_just_the_files_compared_with_it() throws Exception {
        String head = "20250527 08:00:00|@StukUitgevoerd: the same beginning, longer than the head that is kept\r\n";
        plant.bytes(GONE, "2025-05-27T21:00:00Z", (head + head).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        plant.run();
        plant.loseLandingCopy(GONE);
        plant.bytes("DEM12 (PVC)/b.LOG", "2025-05-27T21:00:00Z", head.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .log("DEM12 (PVC)/c.LOG", "2025-05-27T21:00:00Z", "20250529 09:00:00|@StukUitgevoerd: c");

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(state("DEM12 (PVC)/b.LOG")).isEqualTo("failed 1");
        assertThat(state("DEM12 (PVC)/c.LOG")).isEqualTo("loaded 0");
    }

    @Test
    void a_file_that_grows_between_listing_and_download_holds_its_half_line() throws Exception {
        plant.run();
        plant.bytes(
                GONE,
                "2025-05-27T21:00:00Z",
                "20250527 08:00:00|@StukUitgevoerd\r\n20250527 09:00"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        plant.run();
        // Settled with its half line at the listing, but another write comes before the download.
        RunReport third = plant.later(java.time.Duration.ofMinutes(2))
                .afterListing(() -> {
                    try {
                        Path file = plant.logs.resolve(GONE);
                        Files.writeString(file, "20250527 08:00:00|@StukUitgevoerd\r\n20250527 09:00:00|@Stuk");
                        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-05-27T21:05:00Z")));
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .run();

        assertThat(summaryOf(third).figure("lines", "held")).isEqualTo(1);
        assertThat(plant.one(
                        String.class,
                        "select evenements::text from session_production where date_production = '2025-05-27'"))
                .isEqualTo("{\"StukUitgevoerd\": 1}");
    }

    @Test
    void a_file_that_shrinks_between_listing_and_download_is_not_believed_yet() throws Exception {
        String line = "20250527 08:00:00|@StukUitgevoerd\r\n";
        plant.run();
        plant.bytes(GONE, "2025-05-27T21:00:00Z", line.repeat(3).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        RunReport report = plant.afterListing(() -> {
                    try {
                        Files.write(plant.logs.resolve(GONE), new byte[0]);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(plant.one(String.class, DAYS)).isEqualTo("2025-05-27 1, 2025-05-28 1");
        assertThat(plant.one(String.class, "select cause from fichier_source where etat = 'failed'"))
                .contains("shrank");
    }
}
