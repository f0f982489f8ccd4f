package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.fixtures.fault.ListStyle;
import org.atelier.fixtures.fault.ScriptedFtpServer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.atelier.settings.Secret;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cut connections and lying servers: a run fails or recovers, and the next one gives the undisturbed tables. */
class FtpFaultsTest {

    private static final String BIG = "DEM12 (PVC)/20250527.LOG";
    private static final String SMALL = "SU12 (HYBRIDE)/20250528.LOG";
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    @TempDir
    Path directory;

    private Plant plant;
    private ScriptedFtpServer server;
    private FaultProxy proxy;
    private String undisturbed;

    @BeforeEach
    void open() throws Exception {
        try (Plant other = new Plant(directory.resolve("undisturbed"))) {
            fill(other).run();
            undisturbed = other.tableHash();
        }
        plant = fill(new Plant(directory.resolve("disturbed")));
        server = ScriptedFtpServer.serving(plant.logs, NOW);
        proxy = FaultProxy.ofFtp(server.port());
        plant.sources(source("ftp://atelier@127.0.0.1:" + proxy.port() + "/"));
    }

    @AfterEach
    void close() {
        proxy.close();
        server.close();
        plant.close();
    }

    private static RemoteSource source(String url) {
        return RemoteSource.parse(url).withPassword(new Secret("machines"));
    }

    private static Plant fill(Plant plant) throws IOException {
        String[] lines = new String[2_000];
        for (int n = 0; n < lines.length; n++) {
            lines[n] = String.format(
                    java.util.Locale.ROOT, "20250527 08:%02d:%02d|@StukUitgevoerd: %d", n / 60, n % 60, n);
        }
        return plant.log(BIG, "2025-05-27T20:00:00Z", lines).log(
                SMALL, "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd", "broken");
    }

    private static RunSummary summary(RunReport report) {
        return Objects.requireNonNull(report.summary(), "a summary");
    }

    @ParameterizedTest
    @EnumSource(ListStyle.class)
    void each_servers_manner_of_listing_gives_the_same_tables(ListStyle style) throws Exception {
        server.listing(style);
        Files.createSymbolicLink(plant.logs.resolve("DEM12 (PVC)/link.LOG"), Path.of("20250527.LOG"));

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(summary(report).figure("files", "ignored")).isEqualTo(1);
        assertThat(plant.tableHash()).isEqualTo(undisturbed);
        assertThat(plant.one(
                        String.class,
                        "select (date_fichier at time zone 'UTC')::text from fichier_source where chemin = '" + SMALL
                                + "'"))
                .startsWith("2025-05-28 2");
    }

    @Test
    void a_listing_that_is_cut_is_asked_again() throws Exception {
        proxy.cutNextDataAfter(5);

        RunReport report = plant.run();

        assertThat(proxy.cuts()).isEqualTo(1);
        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.tableHash()).isEqualTo(undisturbed);
    }

    @Test
    void a_server_that_stays_away_fails_the_run_and_the_next_one_makes_it_good() throws Exception {
        proxy.refusing(true);
        RunReport failed = plant.run();
        assertThat(failed.ending()).isEqualTo(RunEnding.UNREACHABLE);
        assertThat(plant.one(Long.class, "select count(*) from session_production"))
                .isZero();

        proxy.refusing(false);
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.tableHash()).isEqualTo(undisturbed);
    }

    @Test
    void a_download_that_is_cut_goes_on_where_it_was() throws Exception {
        plant.workers(1).afterListing(() -> proxy.cutNextDataAfter(40_000));

        RunReport report = plant.run();

        assertThat(proxy.cuts()).isEqualTo(1);
        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(server.commands())
                .filteredOn(command -> command.startsWith("REST "))
                .hasSize(1);
        assertThat(plant.tableHash()).isEqualTo(undisturbed);
    }

    @Test
    void a_file_that_changed_after_the_cut_is_taken_from_its_start() throws Exception {
        plant.workers(1).afterListing(() -> proxy.cutNextDataAfter(40_000));
        Path file = plant.logs.resolve(BIG);
        // The second RETR is answered only when the file has another time.
        server.before("RETR", () -> server.before("SIZE", () -> touch(file, "2025-05-27T20:00:05Z")));

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("REST "));
        assertThat(plant.tableHash()).isEqualTo(undisturbed);
    }

    @Test
    void a_server_without_rest_gives_the_same_tables_after_a_cut() throws Exception {
        server.answering("REST", "502 No.");
        plant.workers(1).afterListing(() -> proxy.cutNextDataAfter(40_000));

        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(proxy.cuts()).isEqualTo(1);
        assertThat(plant.tableHash()).isEqualTo(undisturbed);
    }

    @Test
    void a_server_that_reports_success_of_a_truncated_download_is_not_believed() throws Exception {
        plant.workers(1).afterListing(() -> server.droppingNextDataAfter(1_000));

        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.tableHash()).isEqualTo(undisturbed);
    }

    @Test
    void a_size_larger_than_the_file_fails_the_files_and_loads_nothing_of_them() throws Exception {
        server.lyingAboutSizeBy(7);
        RunReport report = plant.run();
        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(summary(report).figure("files", "failed")).isEqualTo(2);
        assertThat(summary(report).notes()).anySatisfy(note -> assertThat(note).contains(BIG, "had said"));

        server.lyingAboutSizeBy(0);
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.tableHash()).isEqualTo(undisturbed);
    }

    @Test
    void a_directory_that_is_missing_is_not_an_empty_one_whatever_mlsd_says() throws Exception {
        server.withMlsd();
        plant.run();
        var before = plant.everyRow();
        plant.sources(source("ftp://atelier@127.0.0.1:" + proxy.port() + "/gone"));

        RunReport report = plant.run();

        assertThat(report.ending()).isNotIn(RunEnding.OK, RunEnding.WITH_ERRORS);
        assertThat(report.cause()).contains("no directory");
        assertThat(plant.everyRow()).isEqualTo(before);
    }

    @Test
    void a_file_that_changes_just_before_it_would_be_deleted_stays() throws Exception {
        plant.afterLoad(AfterLoad.DELETE).workers(1).run();
        Path file = plant.logs.resolve(BIG);
        // MDTM is not asked for while nothing is new, but once before the deletion: the machine writes at that moment.
        plant.later(Duration.ofMinutes(2)).afterListing(() -> server.before("SIZE", () -> write(file)));

        RunReport report = plant.run();

        assertThat(file).exists();
        assertThat(plant.logs.resolve(SMALL)).doesNotExist();
        assertThat(summary(report).notes()).contains(BIG + " stays on the server: changed since it was loaded");
        assertThat(server.commands())
                .filteredOn(command -> command.startsWith("DELE "))
                .hasSize(1);
    }

    @Test
    void a_rename_whose_answer_is_lost_is_known_to_have_happened() throws Exception {
        plant.afterLoad(new AfterLoad.Archive("archive")).excluding("archive").workers(1);
        plant.run();
        proxy.cutAt(FaultProxy.Side.SERVER, "250 Renamed");

        RunReport report = plant.later(Duration.ofMinutes(2)).run();

        assertThat(proxy.cuts()).isEqualTo(1);
        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(summary(report).figure("after-load", "archived")).isEqualTo(2);
        assertThat(plant.logs.resolve("archive").resolve(BIG)).exists();
        assertThat(plant.logs.resolve(BIG)).doesNotExist();
    }

    @Test
    void a_rename_that_the_server_refuses_leaves_the_file() throws Exception {
        plant.afterLoad(new AfterLoad.Archive("archive")).excluding("archive").run();
        server.answering("RNTO", "553 Not here.");

        RunReport report = plant.later(Duration.ofMinutes(2)).run();

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.logs.resolve(BIG)).exists();
        assertThat(summary(report).notes()).anySatisfy(note -> assertThat(note).contains(BIG, "553 Not here"));
        server.obeying("RNTO");
        plant.later(Duration.ofMinutes(2)).run();
        assertThat(plant.logs.resolve("archive").resolve(BIG)).exists();
    }

    private static void touch(Path file, String time) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "20250527 08:00:00|@StukUitgevoerd: another\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
