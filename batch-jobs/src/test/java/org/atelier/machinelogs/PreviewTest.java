package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.atelier.catalog.PreviewReport;
import org.atelier.fixtures.ftp.FtpTestServer;
import org.atelier.run.DayRange;
import org.atelier.run.NotFoundException;
import org.atelier.run.RunOptions;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --dry-run}: what a run would do, and nothing written. */
class PreviewTest {

    private static final DayRange THAT_DAY = new DayRange(LocalDate.of(2025, 5, 28), LocalDate.of(2025, 5, 28));

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
        for (int day = 26; day < 30; day++) {
            plant.log(
                    "DEM12 (PVC)/202505" + day + ".LOG",
                    "2025-05-" + day + "T20:00:00Z",
                    "202505" + day + " 08:00:00|@StukUitgevoerd: a",
                    "202505" + day + " 09:00:00|@StukUitgevoerd: b");
        }
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private PreviewReport look(RunOptions options) throws Exception {
        return plant.preview(options, Files.createTempDirectory(directory, "scratch"));
    }

    @Test
    void a_range_shows_the_days_it_would_rebuild_from_what_is_loaded() throws Exception {
        plant.run();
        plant.delete("DEM12 (PVC)/20250528.LOG");
        var before = plant.everyRow();

        PreviewReport report = look(new RunOptions(null, null, THAT_DAY, null));

        assertThat(report.rows()).hasSize(1);
        assertThat(report.rows().get(0)).startsWith("DEM12", LocalDate.of(2025, 5, 28));
        assertThat(report.rows().get(0).get(2)).hasToString("2");
        assertThat(look(RunOptions.ALL).rows()).isEmpty();
        assertThat(plant.everyRow()).isEqualTo(before);
    }

    @Test
    void a_centre_that_is_not_listed_any_more_is_shown_too() throws Exception {
        plant.run();
        Files.move(plant.logs.resolve("DEM12 (PVC)"), directory.resolve("elsewhere"));

        assertThat(look(new RunOptions(null, null, THAT_DAY, null)).rows()).hasSize(1);
    }

    @Test
    void several_files_come_over_one_connection() throws Exception {
        try (FtpTestServer server =
                FtpTestServer.serving(plant.logs).withUser("u", "p").start()) {
            plant.sources(RemoteSource.parse("ftp://u:p@127.0.0.1:" + server.port() + "/"));
            assertThat(look(RunOptions.ALL).rows()).hasSize(4);
            // One that lists, one that fetches.
            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("USER"))
                    .hasSize(2);
        }
    }

    @Test
    void a_file_that_shrank_after_the_listing_is_refused() throws Exception {
        plant.afterListing(() -> shorten("DEM12 (PVC)/20250528.LOG"));

        PreviewReport report = look(RunOptions.ALL);

        assertThat(report.summary().failures()).isEqualTo(1);
        assertThat(report.summary().notes()).singleElement().asString().contains("20250528.LOG: It shrank from");
        assertThat(report.rows()).hasSize(3);
    }

    private void shorten(String path) {
        try (FileChannel file = FileChannel.open(plant.logs.resolve(path), StandardOpenOption.WRITE)) {
            file.truncate(50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> look(new RunOptions(null, "20250601.LOG")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("20250529.LOG");
    }
}
