package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.atelier.fixtures.http.HttpTestServer;
import org.atelier.launcher.ForkedProcess;
import org.atelier.launcher.NextSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told when the process that was to tell it is killed. */
class NotificationsIT {

    private static final String WAITING =
            "select count(*) > 0 from pg_locks where not granted and locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())";

    @TempDir
    Path directory;

    private Site site;
    private HttpTestServer webhook;

    @BeforeEach
    void open() throws Exception {
        site = Site.open(directory);
        webhook = HttpTestServer.start();
        site.workshop.set("ATELIER_SOURCES_PATIENCE", "0s");
        site.workshop.set("ATELIER_NOTIFY_WEBHOOK_URL", webhook.url());
        site.workshop.set("ATELIER_NOTIFY_SILENCE", "machine-logs=0s,orders=0s");
    }

    @AfterEach
    void close() throws Exception {
        site.close();
        webhook.close();
    }

    private List<String> told() {
        return webhook.received().stream()
                .map(request -> request.body().replaceFirst(".*\"title\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @Test
    void what_a_process_killed_while_it_was_sending_found_is_sent_by_the_next_start() throws Exception {
        webhook.thenHang();
        Files.move(directory.resolve("logs"), directory.resolve("gone"));
        Workshop.Launched launched = site.launch("run", "machine-logs");
        while (webhook.received().isEmpty()) {
            assertThat(launched.process().waitFor(20, TimeUnit.MILLISECONDS))
                    .as("ended before it told")
                    .isFalse();
        }
        launched.process().destroyForcibly().waitFor();
        assertThat(site.one("select count(*) from atelier_notification_delivery where delivered_at is null"))
                .isEqualTo("1");

        // So much later that nobody can be sending it any more.
        site.workshop.execute("update atelier_notification_delivery set next_attempt = now()");
        site.run(7, "run", "machine-logs");
        assertThat(told()).hasSize(2).containsOnly("machine-logs failed: run 1, exit code 7");
        assertThat(site.one("select count(*) from atelier_notification_delivery where delivered_at is null"))
                .isEqualTo("0");
    }

    @Test
    void a_start_that_a_stalled_run_keeps_out_is_six_whatever_was_asked_and_told_once() throws Exception {
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        assertThat(site.run(0, "run", "machine-logs").out()).contains("SKIPPED");
        Workshop.signal(held.process(), "STOP");
        site.workshop.execute("update atelier_run set progress_at = now() - interval '3 minutes'");
        for (String ifRunning : List.of("skip", "fail", "skip")) {
            ForkedProcess kept = site.run(6, "run", "machine-logs", "--if-running", ifRunning);
            assertThat(kept.err()).contains("run 1 of machine-logs is stalled", "atelier stop 1 --wait");
        }
        assertThat(told()).containsExactly("Run 1 of machine-logs is stalled");
        assertThat(site.run(6, "run", "machine-logs", "--shard", "1/2").err())
                .contains("run 1 of machine-logs is stalled");
        Workshop.signal(held.process(), "CONT");
        site.release();
        assertThat(held.end().code()).isZero();
        assertThat(told())
                .startsWith("Run 1 of machine-logs is stalled", "machine-logs is good again: run 1")
                .filteredOn(title -> title.contains("stalled"))
                .hasSize(1);
    }

    @Test
    void a_run_that_was_asked_to_stop_and_does_not_get_on_is_stalled() throws Exception {
        Workshop.Launched held = site.launchHeld("run", "machine-logs");
        Workshop.signal(held.process(), "STOP");
        site.workshop.execute(
                "update atelier_run set progress_at = now() - interval '3 minutes', stop_requested = now()");
        assertThat(site.ask(0, "status", "-o", "json").out()).contains("\"stopping\"");
        site.workshop.execute("update atelier_run set stop_requested = now() - interval '3 minutes'");
        ForkedProcess kept = site.run(6, "run", "machine-logs");
        assertThat(kept.err()).contains("run 1 of machine-logs is stalled");
        assertThat(told()).containsExactly("Run 1 of machine-logs is stalled");
        site.follow(kept, "atelier logs", 0);
        Workshop.Launched stop = site.launch(NextSteps.only(kept, "atelier stop"));
        site.workshop.until(stop.process(), WAITING);
        Workshop.signal(held.process(), "CONT");
        assertThat(stop.end().code()).isZero();
        assertThat(held.end().code()).isEqualTo(9);
    }

    @Test
    void a_run_whose_process_died_is_told_when_the_next_one_takes_over() throws Exception {
        Workshop.Launched launched = site.launchHeld("run", "machine-logs");
        launched.process().destroyForcibly().waitFor();
        site.release();
        site.run(0, "run", "machine-logs");
        assertThat(told()).first().isEqualTo("Run 1 of machine-logs was not ended and was taken over");
    }
}
