package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.logs.Oddity;
import org.atelier.run.DayRange;
import org.atelier.run.Rebuild;
import org.atelier.run.RunEnding;
import org.atelier.run.RunRefusedException;
import org.atelier.run.RunReport;
import org.atelier.run.RunTarget;
import org.atelier.run.Shard;
import org.atelier.run.TypedStep;
import org.atelier.run.lock.RunLock;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work of one run, divided among several: their tables are those of the one run. */
class ShardsTest {

    private static final int SHARDS = Integer.getInteger("atelier.shards", 4);
    private static final LocalDate FIRST = LocalDate.of(2025, 5, 1);
    private static final RunTarget TICK = new RunTarget.Tick();
    private static final RunTarget BACKFILL =
            new RunTarget.Range(new DayRange(FIRST.minusYears(26), FIRST.plusYears(5)), false, Rebuild.ALL);

    @TempDir
    Path directory;

    private Path logs;

    @BeforeEach
    void write() {
        logs = directory.resolve("one/logs");
        LogTree.seeded(11)
                .centres("DEM12 (PVC)", "DEMALU (ALU)", "SU12 (HYBRIDE)")
                .days(FIRST, 12)
                .linesPerDay(40)
                .with(Oddity.values())
                .writeTo(logs);
    }

    private static List<RunReport> together(Plant plant, RunTarget target) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(SHARDS, 4));
        try {
            List<Future<RunReport>> runs = IntStream.rangeClosed(1, SHARDS)
                    .mapToObj(n -> threads.submit(() -> plant.run(target, "machine-logs#" + n + "/" + SHARDS)))
                    .toList();
            List<RunReport> reports = new ArrayList<>();
            for (Future<RunReport> run : runs) {
                reports.add(run.get());
            }
            return reports;
        } finally {
            threads.shutdownNow();
        }
    }

    private Plant plant(String name) throws Exception {
        return new Plant(directory.resolve(name))
                .sources(RemoteSource.parse(logs.toUri().toString()));
    }

    @Test
    void shards_of_a_run_beside_each_other_give_the_tables_of_one_run() throws Exception {
        try (Plant whole = plant("whole");
                Plant parts = plant("parts").workers(1)) {
            whole.run(TICK, "machine-logs");
            List<RunReport> reports = together(parts, TICK);
            assertThat(reports).allSatisfy(report -> assertThat(report.cause()).isNull());
            assertThat(parts.tableHash()).isEqualTo(whole.tableHash());
            assertThat(reports.stream()
                            .mapToLong(report -> summaryOf(report).figure("files", "found"))
                            .sum())
                    .isEqualTo(whole.one(Long.class, "select count(*) from fichier_source"));
            assertThat(parts.one(Long.class, "select count(distinct parameters ->> 'shard') from v_run"))
                    .isEqualTo(SHARDS);
        }
    }

    @Test
    void shards_of_a_backfill_give_the_tables_of_one_run_without_any_source() throws Exception {
        try (Plant plant = plant("plant")) {
            plant.run(TICK, "machine-logs");
            String hash = plant.tableHash();
            long sessions = plant.one(Long.class, "select count(*) from session_production");
            plant.execute("delete from session_production");
            plant.sources(RemoteSource.parse("ftp://nobody@127.0.0.1:1/"));
            List<RunReport> reports = together(plant, BACKFILL);
            assertThat(reports).allSatisfy(report -> assertThat(report.ending()).isEqualTo(RunEnding.OK));
            assertThat(plant.tableHash()).isEqualTo(hash);
            assertThat(reports.stream()
                            .mapToLong(report -> summaryOf(report).figure("sessions", "planned"))
                            .sum())
                    .isEqualTo(sessions);
            assertThatThrownBy(() -> plant.run(BACKFILL, "machine-logs#1/" + SHARDS))
                    .isInstanceOf(RunRefusedException.class)
                    .extracting(refused -> TypedStep.of(((RunRefusedException) refused).next()))
                    .asString()
                    .contains("atelier backfill machine-logs --from", "--shard 1/" + SHARDS, "--again");
        }
    }

    @Test
    void only_missing_days_are_built_when_that_is_asked() throws Exception {
        try (Plant plant = plant("plant")) {
            plant.run(TICK, "machine-logs");
            String hash = plant.tableHash();
            plant.execute("delete from session_production where date_production = '2025-05-05'");
            DayRange days = new DayRange(FIRST, FIRST.plusDays(11));
            RunReport report = plant.run(new RunTarget.Range(days, false, Rebuild.MISSING), "machine-logs");
            assertThat(summaryOf(report).figure("sessions", "planned")).isEqualTo(3);
            assertThat(summaryOf(report).work()).isEqualTo(3);
            assertThat(plant.tableHash()).isEqualTo(hash);
        }
    }

    @Test
    void a_day_of_two_files_has_both_though_the_shard_that_planned_first_builds_last() throws Exception {
        String night = "SU12 (HYBRIDE)/20250527.LOG";
        String day = "SU12 (HYBRIDE)/20250528.LOG";
        logs = directory.resolve("two");
        try (Plant plant = new Plant(logs)) {
            plant.log(night, "2025-05-28T06:00:00Z", "20250528 01:00:00|@StukUitgevoerd: night");
            plant.log(day, "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: day");
            plant.execute("create function refuse() returns trigger language plpgsql as $$ begin"
                    + " raise exception 'not now'; end $$");
            plant.execute("create trigger refuse before insert on session_production for each row"
                    + " execute function refuse()");
            RunReport planned = plant.run(TICK, scopeOf(night));
            assertThat(planned.ending()).isEqualTo(RunEnding.FAILED);
            plant.execute("drop trigger refuse on session_production");
            assertThat(plant.run(TICK, scopeOf(day)).cause()).isNull();
            RunReport resumed = plant.run(new RunTarget.Resume(planned.execution()), scopeOf(night));
            assertThat(resumed.ending()).as(resumed.cause()).isEqualTo(RunEnding.OK);
            assertThat(plant.one(
                            String.class, "select total_pieces || ' ' || fichier_log_source from session_production"))
                    .isEqualTo("2 " + night + "; " + day);
            assertThat(plant.one(String.class, "select string_agg(distinct etat, ' ') from fichier_source"))
                    .isEqualTo("loaded");
        }
    }

    /** Of so many shards that each file has one of its own. */
    private static String scopeOf(String path) {
        int index = IntStream.rangeClosed(1, 97)
                .filter(n -> new Shard(n, 97).owns(path))
                .findFirst()
                .orElseThrow();
        return "machine-logs#" + index + "/97";
    }

    @Test
    void the_whole_and_its_shards_never_work_beside_each_other() throws Exception {
        try (Plant plant = plant("plant")) {
            try (RunLock shard = RunLock.tryTake(plant.databaseSettings(), "machine-logs#1/2")
                    .orElseThrow()) {
                assertThat(RunLock.tryTake(plant.databaseSettings(), "machine-logs"))
                        .isEmpty();
                RunLock.tryTake(plant.databaseSettings(), "machine-logs#2/2")
                        .orElseThrow()
                        .close();
                assertThat(shard.isHeld()).isTrue();
            }
            try (RunLock whole =
                    RunLock.tryTake(plant.databaseSettings(), "machine-logs").orElseThrow()) {
                assertThat(RunLock.tryTake(plant.databaseSettings(), "machine-logs#1/2"))
                        .isEmpty();
                assertThat(whole.isHeld()).isTrue();
            }
        }
    }
}
