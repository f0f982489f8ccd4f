package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.atelier.fixtures.fault.ScriptedFtpServer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.settings.Secret;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server lists and the run cannot take is counted and told; the neighbours load. */
class ListingsTest {

    private static final String DIRECTORY = "DEM12 (PVC)";
    private static final String LOCKED = DIRECTORY + "/20250502.LOG";

    @TempDir
    Path directory;

    private Plant plant;
    private ScriptedFtpServer server;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
        for (int day = 1; day <= 5; day++) {
            plant.log(DIRECTORY + "/2025050" + day + ".LOG", "2025-05-06T20:00:00Z", line(day));
        }
        plant.log("SU12 (HYBRIDE)/20250501.LOG", "2025-05-06T20:00:00Z", line(1));
        server = ScriptedFtpServer.serving(plant.logs, Instant.parse("2026-01-15T12:00:00Z"));
        plant.sources(RemoteSource.parse(server.url()).withPassword(new Secret("machines")));
    }

    private static String line(int day) {
        return "2025050" + day + " 08:00:00|@StukUitgevoerd";
    }

    @AfterEach
    void close() {
        server.close();
        plant.close();
    }

    private RunReport runWithErrors() throws Exception {
        RunReport report = plant.run();
        assertThat(report.cause()).isNull();
        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(report.ending().exitCode()).isEqualTo(8);
        return report;
    }

    private String state(String path) {
        return plant.one(
                String.class, "select etat || ' ' || tentatives from fichier_source where chemin = '" + path + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|226 Output truncated to 3 matches",
                "false|226 Output truncated to 3 matches",
                "true|226 Transfer complete (truncated: maximum number of files reached).",
                "false|226 Only the first 3 entries are listed.",
            })
    void a_listing_that_the_server_cut_off_fails_its_directory_and_what_it_lists_loads(boolean mlsd, String reply)
            throws Exception {
        if (mlsd) {
            server.withMlsd();
        }
        // With LIST -a the directory itself and its parent are two of the lines.
        server.meddling().listingAtMost(mlsd ? 3 : 5, reply);

        RunReport report = runWithErrors();

        assertThat(summaryOf(report).figure("files", "found")).isEqualTo(4);
        assertThat(summaryOf(report).figure("files", "loaded")).isEqualTo(4);
        assertThat(summaryOf(report).notes())
                .contains(DIRECTORY + ": 3 loaded, 0 failed")
                .anySatisfy(note -> assertThat(note)
                        .startsWith(DIRECTORY + ": ")
                        .contains("did not list everything", reply.substring(4)))
                .anySatisfy(note -> assertThat(note).startsWith("(root): ").contains("did not list everything"));
        server.meddling().listingAtMost(1_000, "226 Done.");
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.one(Long.class, "select count(*) from session_production"))
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_line_that_cannot_be_read_fails_its_directory_and_the_others_load(boolean mlsd) throws Exception {
        if (mlsd) {
            server.withMlsd();
        }
        server.meddling().alsoListing(DIRECTORY, "?r--------20250506.LOG");

        RunReport report = runWithErrors();

        assertThat(summaryOf(report).figure("files", "loaded")).isEqualTo(6);
        assertThat(summaryOf(report).failures()).isEqualTo(1);
        assertThat(summaryOf(report).notes())
                .anySatisfy(note ->
                        assertThat(note).startsWith(DIRECTORY + ": 1 line of").contains("20250506.LOG"));
    }

    @Test
    void a_directory_that_the_server_does_not_open_is_no_empty_one() throws Exception {
        server.meddling().endingListingsWith("226 Transfer done (but failed to open directory).");
        assertThat(summaryOf(runWithErrors()).notes())
                .anySatisfy(
                        note -> assertThat(note).startsWith(DIRECTORY + ": ").contains("failed to open directory"));

        server.meddling().endingListingsWith("226 Done.");
        server.answering("LIST", "550 Permission denied.");
        RunReport refused = plant.run();
        assertThat(refused.ending()).isNotIn(RunEnding.OK, RunEnding.WITH_ERRORS);
        assertThat(refused.cause()).contains("550 Permission denied.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 The process cannot access the file: in use.", "550 Permission denied", "450 Busy."})
    void a_listed_file_that_the_server_does_not_hand_out_fails_with_the_servers_sentence(String reply)
            throws Exception {
        server.answering("SIZE /" + LOCKED, reply);

        RunReport report = runWithErrors();

        assertThat(summaryOf(report).figure("files", "found")).isEqualTo(6);
        assertThat(summaryOf(report).figure("files", "loaded")).isEqualTo(5);
        assertThat(summaryOf(report).figure("files", "failed")).isEqualTo(1);
        assertThat(summaryOf(report).notes())
                .contains(DIRECTORY + ": 4 loaded, 1 failed")
                .anySatisfy(note -> assertThat(note).startsWith(LOCKED + ": ").contains(reply.substring(4)));
        assertThat(state(LOCKED)).isEqualTo("failed 1");
        runWithErrors();
        assertThat(state(LOCKED)).isEqualTo("failed 2");

        server.obeying("SIZE /" + LOCKED);
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(state(LOCKED)).isEqualTo("loaded 0");
    }

    @Test
    void a_loaded_file_that_is_locked_now_fails_and_keeps_what_was_loaded_of_it() throws Exception {
        plant.run();
        String before = plant.tableHash();
        server.answering("SIZE /" + LOCKED, "550 In use.");

        runWithErrors();
        assertThat(state(LOCKED)).isEqualTo("failed 1");
        assertThat(plant.one(Long.class, "select count(*) from session_production"))
                .isEqualTo(6);
        server.obeying("SIZE /" + LOCKED);
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.tableHash()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_refused_for_ever_is_quarantined_and_told_once() throws Exception {
        server.answering("SIZE /" + LOCKED, "550 Permission denied.");
        for (int attempt = 1; attempt <= 5; attempt++) {
            runWithErrors();
        }
        assertThat(state(LOCKED)).isEqualTo("quarantined 5");
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);

        server.obeying("SIZE /" + LOCKED);
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(state(LOCKED)).isEqualTo("loaded 0");
    }

    @Test
    void a_file_that_went_between_the_listing_and_the_question_is_no_fault() throws Exception {
        server.before("SIZE", () -> {
            try {
                Files.delete(plant.logs.resolve(DIRECTORY + "/20250501.LOG"));
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(summaryOf(report).figure("files", "found")).isEqualTo(5);
    }

    @Test
    void a_dry_run_tells_the_same() throws Exception {
        server.meddling().alsoListing(DIRECTORY, "?r--------20250506.LOG");
        server.answering("SIZE /" + LOCKED, "550 In use.");
        var report =
                plant.preview(org.atelier.run.RunOptions.ALL, Files.createDirectories(directory.resolve("scratch")));
        assertThat(report.summary().failures()).isEqualTo(2);
        assertThat(report.summary().notes())
                .anySatisfy(note -> assertThat(note).startsWith(LOCKED).contains("In use"))
                .anySatisfy(note -> assertThat(note).startsWith(DIRECTORY + ": 1 line"));
    }
}
