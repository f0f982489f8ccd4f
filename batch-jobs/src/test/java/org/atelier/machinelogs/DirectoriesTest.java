package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which directories a run takes as centres, and what people's rows survive. */
class DirectoriesTest {

    private static final String LINE = "20250527 08:00:00|@StukUitgevoerd";
    private static final String TIME = "2025-05-27T20:00:00Z";

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

    private String centres() {
        return plant.one(
                String.class, "select string_agg(nom || ' ' || type_cu, ', ' order by nom) from centre_usinage");
    }

    @Test
    void other_directories_are_ignored_and_the_run_says_what_to_configure() throws Exception {
        plant.log("Sauvegarde/20250527.LOG", TIME, LINE)
                .log("DEM12/20250527.LOG", TIME, LINE)
                .log("NEW7 (BOIS)/20250527.LOG", TIME, LINE)
                .log("OLD (PVC)/20250527.LOG", TIME, LINE)
                .excluding("OLD (PVC)");
        Files.writeString(plant.logs.resolve("readme.LOG"), "no directory");

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(centres()).isEqualTo("DEM12 PVC, NEW7 BOIS");
        assertThat(summaryOf(report).notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("Sauvegarde: ")
                        .contains("Sauvegarde (TYPE)", "atelier.machine-logs.centres"))
                .noneSatisfy(note -> assertThat(note).contains("OLD"));
    }

    @Test
    void a_code_with_two_types_is_told_and_skipped_and_stops_no_other() throws Exception {
        plant.log("DEM12 (PVC)/20250527.LOG", TIME, LINE).log("DEM12 (ALU)/20250528.LOG", TIME, LINE).log(
                "SU12 (HYBRIDE)/20250527.LOG", TIME, LINE);

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(centres()).isEqualTo("SU12 HYBRIDE");
        assertThat(summaryOf(report).notes())
                .filteredOn(note -> note.startsWith("DEM12"))
                .hasSize(2)
                .allSatisfy(note -> assertThat(note).contains("ALU", "PVC"));
    }

    @Test
    void two_directories_of_one_code_and_type_are_one_centre() throws Exception {
        plant.log("DEM12 (PVC)/a.LOG", TIME, LINE).log("DEM12/b.LOG", TIME, LINE + ": b");
        plant.run();

        assertThat(centres()).isEqualTo("DEM12 PVC");
        assertThat(plant.one(String.class, "select fichier_log_source || ' ' || total_pieces from session_production"))
                .isEqualTo("DEM12 (PVC)/a.LOG; DEM12/b.LOG 2");
    }

    @Test
    void a_code_in_two_sources_is_a_configuration_error() throws Exception {
        plant.log("DEM12 (PVC)/20250527.LOG", TIME, LINE);
        Path other = Files.createDirectories(directory.resolve("other"));
        Files.writeString(Files.createDirectories(other.resolve("DEM12 (PVC)")).resolve("20250527.LOG"), LINE);
        plant.sources(
                RemoteSource.parse(plant.logs.toUri().toString()),
                RemoteSource.parse(other.toUri().toString()));

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.CONFIGURATION);
        assertThat(report.ending().exitCode()).isEqualTo(3);
        assertThat(report.cause()).contains("DEM12", "more than one source");
        assertThat(plant.one(Long.class, "select count(*) from fichier_source")).isZero();
    }

    @Test
    void a_missing_root_is_no_empty_one() throws Exception {
        plant.log("DEM12 (PVC)/20250527.LOG", TIME, LINE);
        plant.run();
        var before = plant.everyRow();
        Files.move(plant.logs, directory.resolve("away"));

        RunReport report = plant.run();

        assertThat(report.ending()).isNotIn(RunEnding.OK, RunEnding.WITH_ERRORS);
        assertThat(report.cause()).contains("no directory");
        assertThat(plant.everyRow()).isEqualTo(before);
    }

    @Test
    void a_session_made_through_the_api_is_kept_and_counted_as_a_conflict() throws Exception {
        plant.execute(
                "insert into centre_usinage (nom, type_cu, description, actif, origine) values ('DEM12', 'BOIS', 'by hand', false, 'api')");
        plant.execute("insert into session_production (centre_usinage_id, date_production, total_pieces, origine) "
                + "select id, '2025-05-27', 77, 'api' from centre_usinage");
        plant.log("DEM12 (PVC)/a.LOG", TIME, LINE, "20250528 08:00:00|@StukUitgevoerd");
        String before = plant.one(String.class, "select t.xmin || t::text from session_production t");

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(summaryOf(report).figure("sessions", "conflict")).isEqualTo(1);
        assertThat(summaryOf(report).notes())
                .anySatisfy(note -> assertThat(note).contains("2025-05-27", "DEM12", "kept"));
        assertThat(plant.one(String.class, "select t.xmin || t::text from session_production t where origine = 'api'"))
                .isEqualTo(before);
        assertThat(plant.one(Long.class, "select count(*) from piece_production"))
                .isEqualTo(1);
        assertThat(plant.one(String.class, "select concat_ws(' ', type_cu, description, actif) from centre_usinage"))
                .isEqualTo("BOIS by hand f");
    }

    @Test
    void what_people_write_survives_every_run() throws Exception {
        plant.log("DEM12 (PVC)/a.LOG", TIME, LINE);
        plant.run();
        plant.execute("update centre_usinage set description = 'sous le toit', actif = false");
        plant.execute("insert into piece_production (session_id, numero_piece, timestamp_production, details, origine) "
                + "select id, 1, '2025-05-27 12:00', 'by hand', 'api' from session_production");
        plant.log("DEM12 (PVC)/a.LOG", "2025-05-27T21:00:00Z", LINE, LINE + ": b");

        plant.run();

        assertThat(plant.one(String.class, "select concat_ws(' ', type_cu, description, actif) from centre_usinage"))
                .isEqualTo("PVC sous le toit f");
        assertThat(plant.one(String.class, "select string_agg(origine, ',' order by origine) from piece_production"))
                .isEqualTo("api,job,job");
    }
}
