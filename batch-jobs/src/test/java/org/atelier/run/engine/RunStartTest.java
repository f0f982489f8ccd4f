package org.atelier.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.run.DatabaseGoneException;
import org.atelier.run.RunEnding;
import org.atelier.run.RunHooks;
import org.atelier.run.RunOrder;
import org.atelier.run.RunOwner;
import org.atelier.run.RunRefusedException;
import org.atelier.run.RunRefusedException.Reason;
import org.atelier.run.RunReport;
import org.atelier.run.RunTarget;
import org.atelier.run.StopRequest;
import org.atelier.run.TypedStep;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that is started while its server is away. */
class RunStartTest {

    private final TestDatabase database = ReadyDatabase.create();
    private final URI server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    private final FaultProxy proxy = FaultProxy.of(server.getPort()).refusing(true);
    private final StopRequest stop = new StopRequest();
    private final AtomicInteger waits = new AtomicInteger();

    @BeforeEach
    void schema() {
        Jdbi.create(database.dataSource()).useHandle(handle -> {
            handle.execute("create table todo (n integer primary key)");
            handle.execute("create table done (n integer primary key)");
        });
    }

    @AfterEach
    void close() throws Exception {
        proxy.close();
        database.close();
    }

    private RunReport run(Duration patience, Runnable whenItWaits) throws Exception {
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:" + proxy.port() + server.getPath(),
                database.username(),
                new Secret(database.password()));
        RunHooks hooks = new RunHooks() {
            @Override
            public void waits() {
                waits.incrementAndGet();
                whenItWaits.run();
            }
        };
        return new RunEngine(
                        settings,
                        new EngineSettings(1, patience),
                        new RunOwner("test", 1, null, "manual", "test"),
                        id -> "run.log",
                        TypedStep::of)
                .run(new RunOrder(
                        "counting",
                        CountingJob.class,
                        "counting",
                        new RunTarget.Tick(),
                        Duration.ZERO,
                        true,
                        List.of(new CountingJob.AfterEach(n -> {})),
                        stop,
                        hooks));
    }

    @Test
    void a_run_that_is_started_while_the_server_is_away_begins_when_it_is_back() throws Exception {
        RunReport report = run(Duration.ofMinutes(1), () -> proxy.refusing(false));
        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(report.execution()).isOne();
        assertThat(waits).hasValue(1);
    }

    @Test
    void it_asks_as_long_as_its_patience_lasts_and_tells_that_nothing_was_begun() {
        assertThatThrownBy(() -> run(Duration.ofSeconds(1), () -> {})).isInstanceOf(DatabaseGoneException.class);
        assertThat(waits.get()).isGreaterThan(1);
    }

    @Test
    void a_stop_ends_the_waiting_and_no_run_is_begun() {
        assertThatThrownBy(() -> run(Duration.ofMinutes(10), () -> stop.ask("SIGTERM")))
                .isInstanceOfSatisfying(RunRefusedException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.STOPPED);
                    assertThat(TypedStep.of(refused.next())).endsWith("atelier run counting");
                });
        assertThat(waits).hasValue(1);
    }
}
