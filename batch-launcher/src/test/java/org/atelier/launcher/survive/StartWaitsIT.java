package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.launcher.ForkedProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is started while the database is away: what nobody waits for waits, people are told at once. */
class StartWaitsIT {

    private static final String WAITING = "the database does not answer; it is asked again";

    @TempDir
    Path directory;

    private Site site;
    private FaultProxy proxy;

    @BeforeEach
    void open() throws Exception {
        site = Site.open(directory);
        URI server = URI.create(site.workshop.url().substring("jdbc:".length()));
        proxy = FaultProxy.of(server.getPort()).refusing(true);
        site.workshop.set("ATELIER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + proxy.port() + server.getPath());
        site.workshop.set("ATELIER_DATABASE_PATIENCE", "2m");
    }

    @AfterEach
    void close() throws Exception {
        proxy.close();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run machine-logs",
                "backfill machine-logs --from 2025-05-05 --to 2025-05-05",
                "recover --all",
                "purge --dry-run"
            })
    void what_a_scheduler_starts_waits_for_the_database_and_then_does_its_work(String command) throws Exception {
        Workshop.Launched launched = site.launch(command.split(" "));
        launched.awaitMessage(WAITING);
        proxy.refusing(false);
        ForkedProcess ended = launched.end();
        assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
    }

    @Test
    void a_restart_waits_for_the_database_before_it_looks_for_the_run() throws Exception {
        Workshop.Launched launched = site.launch("restart", "last");
        launched.awaitMessage(WAITING);
        proxy.refusing(false);
        assertThat(launched.end().code()).isEqualTo(4);
    }

    /** Not by SIGINT: whoever starts the tests in the background may have had it ignored, here and below. */
    @Test
    void a_signal_ends_the_waiting_with_nine() throws Exception {
        Workshop.Launched launched = site.launch("run", "machine-logs");
        launched.awaitMessage(WAITING);
        Workshop.signal(launched.process(), "TERM");
        ForkedProcess ended = launched.end();
        assertThat(ended.code()).as(ended.err() + ended.out()).isEqualTo(9);
        assertThat(ended.err()).contains("stopped while the database was gone");
        proxy.refusing(false);
        site.follow(ended, "atelier check database", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "status", "show last", "files list"})
    void people_are_told_at_once(String command) {
        ForkedProcess told = site.ask(7, command.split(" "));
        assertThat(told.err()).doesNotContain(WAITING);
    }
}
