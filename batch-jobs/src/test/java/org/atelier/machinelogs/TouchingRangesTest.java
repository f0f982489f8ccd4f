package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOptions;
import org.atelier.run.RunReport;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two that work on one centre-day. */
class TouchingRangesTest {

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('atelier:centre-day:' || id || ':2025-05-28', 0)) is not null"
                    + " from centre_usinage where nom = 'DEM12'";

    private static final String PLANNING =
            "select pg_advisory_xact_lock(hashtextextended('atelier:centre-plan:' || id, 0)) is not null"
                    + " from centre_usinage where nom = 'DEM12'";

    private static final String WAITING = "select count(*) from pg_locks l join pg_database d on d.oid = l.database"
            + " where d.datname = current_database() and l.locktype = 'advisory' and not l.granted";

    @TempDir
    Path directory;

    @Test
    void a_day_waits_for_the_transaction_that_has_it_and_finds_what_that_wrote() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.log("DEM12 (PVC)/20250527.LOG", "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd: a");
            plant.run();
            plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: a");
            try (Handle other = plant.sql().open()) {
                other.begin();
                other.createQuery(LOCK).mapTo(Boolean.class).one();
                CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(() -> run(plant));
                await().until(() -> plant.one(Long.class, WAITING) == 1);
                other.execute(
                        "insert into session_production (centre_usinage_id, date_production, total_pieces, origine)"
                                + " select id, '2025-05-28', 77, 'api' from centre_usinage where nom = 'DEM12'");
                other.commit();
                RunReport report = run.get(60, TimeUnit.SECONDS);
                assertThat(summaryOf(report).figure("sessions", "conflict")).isEqualTo(1);
            }
            assertThat(plant.one(
                            Long.class,
                            "select total_pieces from session_production where date_production = '2025-05-28'"))
                    .isEqualTo(77);
        }
    }

    @Test
    void a_plan_that_another_one_overtook_is_made_anew_from_what_the_ledger_says_then() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.log("DEM12 (PVC)/20250527.LOG", "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd: a");
            plant.run();
            plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: a");
            try (Handle other = plant.sql().open()) {
                other.begin();
                other.createQuery(PLANNING).mapTo(Boolean.class).one();
                CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(() -> run(plant));
                await().until(() -> plant.one(Long.class, WAITING) == 1);
                // As a plan by another day start leaves it: what was thought out before does not know this file's days.
                other.execute("update fichier_log l set debut_jour = '04:00' from fichier_source f"
                        + " where f.id = l.fichier_id and f.chemin like '%27.LOG'");
                other.commit();
                RunReport report = run.get(60, TimeUnit.SECONDS);
                assertThat(report.ending()).as("%s", report.cause()).isEqualTo(RunEnding.OK);
                assertThat(summaryOf(report).figure("files", "again")).isEqualTo(1);
            }
            assertThat(plant.one(Long.class, "select count(*) from session_production"))
                    .isEqualTo(2);
        }
    }

    @Test
    void the_lock_is_held_by_the_transaction_that_writes_the_day() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.execute("create table seen (locks bigint)");
            plant.execute("create function look() returns trigger language plpgsql as $$ begin"
                    + " insert into seen select count(*) from pg_locks where pid = pg_backend_pid()"
                    + " and locktype = 'advisory' and granted; return new; end $$");
            plant.execute("create trigger look before insert on session_production for each row"
                    + " execute function look()");
            plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: a");
            plant.run();
            assertThat(plant.one(Long.class, "select sum(locks) from seen")).isEqualTo(1);
        }
    }

    private static RunReport run(Plant plant) {
        try {
            return plant.run(RunOptions.ALL);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
