package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.fixtures.fault.ScriptedFtpServer;
import org.atelier.machinelogs.event.SlowEvent;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.settings.Secret;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No transaction is open while a server or a file lets a run wait: an administrator's limit on idle transactions, much
 * shorter than the wait, does not meet it.
 */
class NoWaitInTransactionTest {

    private static final String FILE = "DEM12 (PVC)/20250527.LOG";
    private static final String TIME = "2025-05-27T20:00:00Z";
    private static final String OPEN = "select count(*) from pg_stat_activity where datname = current_database()"
            + " and application_name like 'atelier run%' and state like 'idle in transaction%'"
            // Another worker may be between two statements of its own.
            + " and xact_start < now() - interval '300 ms'";

    @TempDir
    Path directory;

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger met = new AtomicInteger();
    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
        String database = plant.one(String.class, "select current_database()");
        plant.execute("alter database " + database + " set idle_in_transaction_session_timeout = '300ms'");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void a_slow_server_meets_no_limit_while_files_are_listed_fetched_and_archived() throws Exception {
        plant.log(FILE, TIME, "20250527 08:00:00|@StukUitgevoerd: a", "broken");
        try (ScriptedFtpServer server = ScriptedFtpServer.serving(plant.logs, Instant.parse("2026-01-15T12:00:00Z"));
                FaultProxy slow = FaultProxy.ofFtp(server.port()).delayedBy(Duration.ofMillis(400))) {
            plant.sources(RemoteSource.parse("ftp://atelier@127.0.0.1:" + slow.port() + "/")
                            .withPassword(new Secret("machines")))
                    .afterLoad(new AfterLoad.Archive("archive"));

            assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
            RunReport second = plant.later(Duration.ofMinutes(2)).run();

            assertThat(second.ending()).as("%s", second.cause()).isEqualTo(RunEnding.OK);
            assertThat(summaryOf(second).figure("after-load", "archived")).isEqualTo(1);
        }
    }

    @Test
    void no_transaction_is_open_while_a_file_is_read_for_its_facts_and_for_its_day() throws Exception {
        plant.log(FILE, TIME, "20250527 08:00:00|@StukUitgevoerd: a", slowLine());

        RunReport report = plant.run();

        assertThat(report.ending()).as("%s", report.cause()).isEqualTo(RunEnding.OK);
        assertThat(reads).as("fetch, session").hasValue(2);
        assertThat(met).hasValue(0);
    }

    @Test
    void no_transaction_is_open_while_landing_copies_are_read_for_a_plan_a_day_and_its_rejects() throws Exception {
        plant.log(FILE, TIME, "20250527 08:00:00|@StukUitgevoerd: a", slowLine(), "broken")
                .run();
        plant.dayStart(LocalTime.of(5, 0));
        reads.set(0);

        RunReport report = plant.run();

        assertThat(report.ending()).as("%s", report.cause()).isEqualTo(RunEnding.OK);
        assertThat(reads).as("plan, session, rejects").hasValue(3);
        assertThat(met).hasValue(0);
        assertThat(plant.one(
                        String.class,
                        "select etat || ' ' || debut_jour from fichier_source join fichier_log on fichier_id = id"))
                .isEqualTo("loaded 05:00:00");
    }

    @Test
    void no_transaction_is_open_while_a_file_is_read_that_repeated_another_and_now_stands_for_itself()
            throws Exception {
        plant.log(FILE, TIME, "20250527 08:00:00|@StukUitgevoerd: a", slowLine())
                .log("DEM12 (PVC)/copy.LOG", TIME, "20250527 08:00:00|@StukUitgevoerd: a", slowLine())
                .run();
        plant.log(FILE, "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: other");
        plant.later(Duration.ofMinutes(2)).run();
        reads.set(0);

        RunReport report = plant.later(Duration.ofMinutes(2)).run();

        assertThat(report.ending()).as("%s", report.cause()).isEqualTo(RunEnding.OK);
        assertThat(reads).as("plan, session").hasValue(2);
        assertThat(met).hasValue(0);
        assertThat(plant.one(Long.class, "select count(*) from fichier_source where etat = 'loaded'"))
                .isEqualTo(2);
    }

    private String slowLine() {
        String key = directory.toString();
        SlowEvent.listen(key, this::waitLongerThanTheLimit);
        return "20250527 08:10:00|@TestSlowEvent: " + key;
    }

    private void waitLongerThanTheLimit() {
        reads.incrementAndGet();
        LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
        met.addAndGet(plant.one(Integer.class, OPEN));
    }
}
