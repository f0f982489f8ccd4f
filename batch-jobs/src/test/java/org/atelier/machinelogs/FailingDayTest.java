package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that the database refuses leaves nothing but its mark; the others are done. */
class FailingDayTest {

    @TempDir
    Path directory;

    @Test
    void a_day_that_is_refused_midway_leaves_no_row() throws Exception {
        try (Plant plant = new Plant(directory)) {
            for (int day = 10; day < 20; day++) {
                plant.log(
                        "DEM12 (PVC)/202505" + day + ".LOG",
                        "2025-05-27T20:00:00Z",
                        "202505" + day + " 08:00:00|@StukUitgevoerd: a",
                        "202505" + day + " 08:30:00|@MachineWait: 5 sec",
                        "202505" + day + " 09:00:00|@StukUitgevoerd: b");
            }
            // The session's row and the pieces are written before the waits.
            plant.execute(
                    "alter table periode_attente add constraint refused check (timestamp_debut::date <> '2025-05-14')");

            RunReport failed = plant.run();

            assertThat(failed.ending()).isEqualTo(RunEnding.WITH_ERRORS);
            assertThat(summaryOf(failed).notes())
                    .anySatisfy(note -> assertThat(note)
                            .startsWith("DEM12 (PVC)/20250514.LOG: DEM12@2025-05-14 cannot be stored")
                            .contains("\"refused\"")
                            .contains("23514"));
            assertThat(plant.one(String.class, "select string_agg(date_production::text, ',') from session_production"))
                    .doesNotContain("2025-05-14");
            assertThat(plant.one(Integer.class, "select count(*) from session_production"))
                    .isEqualTo(9);
            assertThat(plant.one(Integer.class, "select count(*) from piece_production"))
                    .isEqualTo(18);
            assertThat(plant.one(
                            Integer.class,
                            "select count(*) from piece_production where timestamp_production::date = '2025-05-14'"))
                    .isZero();
            assertThat(plant.one(
                            String.class,
                            "select string_agg(jour || ' ' || etat, ',') from plan_jour where etat <> 'done'"))
                    .isEqualTo("2025-05-14 failed");
            assertThat(plant.one(
                            String.class,
                            "select string_agg(chemin || ' ' || etat, ',') from fichier_source where etat <> 'loaded'"))
                    .isEqualTo("DEM12 (PVC)/20250514.LOG failed");
            try (var left = Files.list(plant.landing().resolve("incoming"))) {
                assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("atelier-rows"));
            }

            plant.execute("alter table periode_attente drop constraint refused");
            RunReport second = plant.run();
            assertThat(second.ending()).isEqualTo(RunEnding.OK);
            assertThat(summaryOf(second).figure("files", "taken")).isEqualTo(1);
            assertThat(summaryOf(second).figure("sessions", "written")).isEqualTo(1);
            assertThat(plant.one(Integer.class, "select count(*) from fichier_source where etat = 'loaded'"))
                    .isEqualTo(10);
        }
    }

    @Test
    void rejects_that_the_database_refuses_fail_their_file_alone() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.log("DEM12 (PVC)/a.LOG", "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd", "broken");
            plant.log("DEM12 (PVC)/b.LOG", "2025-05-26T20:00:00Z", "20250526 08:00:00|@StukUitgevoerd", "other");
            plant.execute("alter table ligne_rejetee add constraint refused check (contenu <> 'broken')");

            assertThat(plant.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);

            assertThat(plant.one(String.class, "select cause from fichier_source where etat = 'failed'"))
                    .startsWith("its rejected lines cannot be stored: ")
                    .doesNotContain("broken");
            assertThat(plant.one(String.class, "select chemin from fichier_source where etat = 'loaded'"))
                    .isEqualTo("DEM12 (PVC)/b.LOG");
            plant.execute("alter table ligne_rejetee drop constraint refused");
            assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
            assertThat(plant.one(
                            String.class,
                            "select etat || ' ' || rejets from fichier_source where chemin like '%/a.LOG'"))
                    .isEqualTo("loaded 1");
        }
    }
}
