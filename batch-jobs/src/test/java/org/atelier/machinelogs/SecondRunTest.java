package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second run does with what the first one has left. */
class SecondRunTest {

    private static final String SESSIONS = """
            select string_agg(c.nom || ' ' || s.date_production || ' ' || s.total_pieces || ' ' || s.fichier_log_source, ', '
                              order by c.nom, s.date_production)
              from session_production s join centre_usinage c on c.id = s.centre_usinage_id
            """;

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

    @Test
    void nothing_new_means_nothing_written() throws Exception {
        plant.log("DEM12 (PVC)/20250527.LOG", "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd: a", "broken")
                .log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@JobProfiel: R:A L:1 C:B");
        plant.run();
        var before = plant.everyRow();

        RunReport second = plant.later(Duration.ofDays(1)).run();

        assertThat(plant.everyRow()).isEqualTo(before).hasSizeGreaterThan(7);
        assertThat(second.ending()).isEqualTo(RunEnding.OK);
        assertThat(summaryOf(second).figure("files", "unchanged")).isEqualTo(2);
        assertThat(summaryOf(second).figure("files", "taken")).isZero();
        assertThat(plant.one(
                        Boolean.class,
                        "select nothing_to_do from atelier_run where job_execution_id = " + second.execution()))
                .isTrue();
        assertThat(plant.one(Boolean.class, "select nothing_to_do from atelier_run order by job_execution_id limit 1"))
                .isFalse();
    }

    @Test
    void a_file_that_grew_is_read_again_and_just_its_day_is_rebuilt() throws Exception {
        plant.log("DEM12 (PVC)/20250527.LOG", "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd").log(
                "DEM12 (PVC)/20250528.LOG", "2025-05-28T06:00:00Z", "20250528 08:00:00|@StukUitgevoerd");
        plant.run();
        String other = plant.one(
                String.class,
                "select s.xmin || s::text from session_production s where date_production = '2025-05-27'");
        long id = plant.one(Long.class, "select id from session_production where date_production = '2025-05-28'");

        plant.log(
                "DEM12 (PVC)/20250528.LOG",
                "2025-05-28T07:00:00Z",
                "20250528 08:00:00|@StukUitgevoerd",
                "20250528 09:00:00|@StukUitgevoerd");
        RunReport second = plant.run();

        assertThat(summaryOf(second).figure("sessions", "planned")).isEqualTo(1);
        assertThat(summaryOf(second).figure("sessions", "written")).isEqualTo(1);
        assertThat(plant.one(
                        String.class,
                        "select s.xmin || s::text from session_production s where date_production = '2025-05-27'"))
                .isEqualTo(other);
        assertThat(plant.one(Long.class, "select id from session_production where date_production = '2025-05-28'"))
                .isEqualTo(id);
        assertThat(plant.rows(
                                "select numero_piece, timestamp_production::text as t from piece_production p where session_id = "
                                        + id + " order by 1")
                        .toString())
                .isEqualTo("[{numero_piece=1, t=2025-05-28 08:00:00}, {numero_piece=2, t=2025-05-28 09:00:00}]");
    }

    @Test
    void a_day_that_lost_its_events_loses_its_session() throws Exception {
        plant.log("DEM12 (PVC)/x.LOG", "2025-05-29T06:00:00Z", "20250527 08:00:00|@StukUitgevoerd");
        plant.run();
        plant.log("DEM12 (PVC)/x.LOG", "2025-05-29T07:00:00Z", "20250528 08:00:00|@StukUitgevoerd");

        RunReport second = plant.run();

        assertThat(summaryOf(second).figure("sessions", "deleted")).isEqualTo(1);
        assertThat(plant.one(String.class, SESSIONS)).isEqualTo("DEM12 2025-05-28 1 DEM12 (PVC)/x.LOG");
        assertThat(plant.one(Long.class, "select count(*) from piece_production"))
                .isEqualTo(1);
        assertThat(plant.one(String.class, "select jours::text from fichier_source"))
                .isEqualTo("{2025-05-28}");
    }

    @Test
    void an_event_after_midnight_belongs_to_its_own_day() throws Exception {
        plant.log(
                "DEM12 (PVC)/20250527.LOG",
                "2025-05-27T23:00:00Z",
                "20250527 23:59:59|@StukUitgevoerd",
                "20250528 00:00:00|@StukUitgevoerd");
        plant.run();

        assertThat(plant.one(String.class, SESSIONS))
                .isEqualTo("DEM12 2025-05-27 1 DEM12 (PVC)/20250527.LOG, DEM12 2025-05-28 1 DEM12 (PVC)/20250527.LOG");
        assertThat(plant.one(String.class, "select jours::text from fichier_source"))
                .isEqualTo("{2025-05-27,2025-05-28}");
    }

    @Test
    void the_night_shift_belongs_to_the_day_it_began_over_two_files() throws Exception {
        plant.dayStarts(Map.of("DEM12", LocalTime.of(5, 0)))
                .log("DEM12 (PVC)/20250527.LOG", "2025-05-27T22:00:00Z", "20250527 23:30:00|@StukUitgevoerd")
                .log(
                        "DEM12 (PVC)/20250528.LOG",
                        "2025-05-28T22:00:00Z",
                        "20250528 04:59:59|@StukUitgevoerd",
                        "20250528 05:00:00|@StukUitgevoerd")
                .log("SU12 (HYBRIDE)/20250528.LOG", "2025-05-28T22:00:00Z", "20250528 04:59:59|@StukUitgevoerd");
        plant.run();

        assertThat(plant.one(String.class, SESSIONS))
                .isEqualTo("DEM12 2025-05-27 2 DEM12 (PVC)/20250527.LOG; DEM12 (PVC)/20250528.LOG, "
                        + "DEM12 2025-05-28 1 DEM12 (PVC)/20250528.LOG, SU12 2025-05-28 1 SU12 (HYBRIDE)/20250528.LOG");
        assertThat(plant.one(String.class, "select max(duree_production_totale)::text from session_production"))
                .isEqualTo("5.4997");
    }

    @Test
    void files_of_one_day_are_ordered_by_their_first_event_of_that_day_then_by_path() throws Exception {
        plant.log("DEM12 (PVC)/a.LOG", "2025-05-28T06:00:00Z", "20250527 10:00:00|@StukUitgevoerd: third")
                .log(
                        "DEM12 (PVC)/b.LOG",
                        "2025-05-28T06:00:00Z",
                        "20250526 23:00:00|@StukUitgevoerd: another day",
                        "20250527 09:00:00|@StukUitgevoerd: second")
                .log("DEM12 (PVC)/c.LOG", "2025-05-28T06:00:00Z", "20250527 08:00:00|@StukUitgevoerd: first").log(
                "DEM12 (PVC)/0.LOG", "2025-05-28T06:00:00Z", "20250527 10:00:00|@StukUitgevoerd: before a");
        plant.run();

        assertThat(
                        plant.one(
                                String.class,
                                "select string_agg(p.details, ', ' order by p.numero_piece) from piece_production p "
                                        + "join session_production s on s.id = p.session_id where date_production = '2025-05-27'"))
                .isEqualTo("first, second, before a, third");
        assertThat(plant.one(
                        String.class,
                        "select fichier_log_source from session_production where date_production = '2025-05-27'"))
                .isEqualTo("DEM12 (PVC)/c.LOG; DEM12 (PVC)/b.LOG; DEM12 (PVC)/0.LOG; DEM12 (PVC)/a.LOG");
    }

    @Test
    void a_rebuild_that_changes_nothing_writes_no_session_row() throws Exception {
        String[] lines = {"20250527 08:00:00|@StukUitgevoerd: a", "20250527 09:00:00|@MachineWait: 5 sec"};
        plant.log("DEM12 (PVC)/20250527.LOG", "2025-05-27T20:00:00Z", lines);
        plant.run();
        var before = plant.everyRow();

        plant.log("DEM12 (PVC)/20250527.LOG", "2025-05-27T20:10:00Z", lines);
        RunReport second = plant.run();

        assertThat(summaryOf(second).figure("sessions", "unchanged")).isEqualTo(1);
        assertThat(plant.everyRow())
                .filteredOn(row -> !row.startsWith("fichier_source"))
                .isEqualTo(before.stream()
                        .filter(row -> !row.startsWith("fichier_source"))
                        .toList());
        assertThat(plant.one(String.class, "select (date_fichier at time zone 'UTC')::text from fichier_source"))
                .startsWith("2025-05-27");
    }
}
