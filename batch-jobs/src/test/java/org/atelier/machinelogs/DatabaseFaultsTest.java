package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection to PostgreSQL is cut at the worst moments; the next run gives the undisturbed tables. */
class DatabaseFaultsTest {

    private static String undisturbed = "";

    @TempDir
    Path directory;

    private static Plant fill(Plant plant) throws Exception {
        for (int day = 10; day < 20; day++) {
            plant.log(
                    "DEM12 (PVC)/202505" + day + ".LOG",
                    "2025-05-" + day + "T20:00:00Z",
                    "202505" + day + " 08:00:00|@StukUitgevoerd: first of " + day,
                    "202505" + day + " 08:30:00|@MachineWait: 60 sec",
                    "broken",
                    "202505" + day + " 09:00:00|@StukUitgevoerd: last of " + day);
        }
        return plant;
    }

    @BeforeAll
    static void runUndisturbed(@TempDir Path elsewhere) throws Exception {
        try (Plant plant = new Plant(elsewhere)) {
            assertThat(fill(plant).run().ending()).isEqualTo(RunEnding.OK);
            undisturbed = plant.tableHash();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CLIENT | copy piece_production",
                "CLIENT | copy piece_production;last of 13",
                "CLIENT | copy piece_production;COMMIT",
                "SERVER | COPY;COMMIT",
                "CLIENT | update plan_jour;update plan_jour;COMMIT",
                "SERVER | COMMIT;COMMIT;COMMIT;COMMIT;COMMIT;COMMIT",
                "CLIENT | update fichier_source;COMMIT"
            })
    void a_connection_cut_at(FaultProxy.Side side, String texts) throws Exception {
        try (Plant plant = new Plant(directory.resolve("disturbed"));
                FaultProxy proxy = FaultProxy.of(plant.databasePort())) {
            fill(plant).databasePort(proxy.port());
            proxy.cutAt(side, texts.split(";"));

            RunReport cut = plant.run();

            assertThat(proxy.cuts()).isEqualTo(1);
            assertThat(cut.ending()).as("%s", cut.cause()).isIn(RunEnding.UNREACHABLE, RunEnding.OK);
            assertThat(plant.databaseDirectly().run().ending()).isEqualTo(RunEnding.OK);
            assertThat(plant.tableHash()).isEqualTo(undisturbed);
            assertThat(plant.one(Long.class, "select count(*) from fichier_source where etat <> 'loaded'"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"piece_production", "ligne_rejetee", "plan_fichier"})
    void a_full_disk_of_the_server_ends_the_run_and_once_there_is_room_the_next_gives_the_same(String table)
            throws Exception {
        try (Plant plant = new Plant(directory.resolve("full"))) {
            fill(plant);
            plant.execute("create function full_disk() returns trigger language plpgsql as $$ begin"
                    + " raise exception 'could not extend file \"base/5/16384\": No space left on device'"
                    + " using errcode = 'disk_full', hint = 'Check free disk space.'; end $$");
            plant.execute("create trigger full_disk before insert on " + table
                    + " for each statement execute function full_disk()");

            RunReport full = plant.run();

            assertThat(full.ending()).isEqualTo(RunEnding.FAILED);
            assertThat(full.cause())
                    .contains("The PostgreSQL database has no room left")
                    .contains("No space left on device")
                    .contains("make room on its server's disk");
            assertThat(plant.one(Long.class, "select coalesce(sum(tentatives), 0) from fichier_source"))
                    .isZero();
            plant.execute("drop trigger full_disk on " + table);
            assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
            assertThat(plant.tableHash()).isEqualTo(undisturbed);
        }
    }
}
