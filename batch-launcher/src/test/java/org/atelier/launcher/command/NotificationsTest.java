package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.fixtures.http.HttpTestServer;
import org.atelier.launcher.TypedCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told of runs, by the whole program. */
class NotificationsTest {

    private static final String SECRET = "s3cret";

    @TempDir
    Path directory;

    private LogsUse plant;
    private HttpTestServer webhook;
    private HttpTestServer ntfy;

    @BeforeEach
    void open() throws Exception {
        webhook = HttpTestServer.start();
        ntfy = HttpTestServer.start();
        plant = new LogsUse(directory)
                .set("ATELIER_SOURCES_PATIENCE", "0s")
                .set("ATELIER_NOTIFY_WEBHOOK_URL", webhook.url() + "/" + SECRET + "?k=" + SECRET)
                .set("ATELIER_NOTIFY_NTFY_URL", ntfy.url() + "/" + SECRET)
                .set("ATELIER_NOTIFY_NTFY_TOKEN", SECRET);
        plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: a b c");
    }

    @AfterEach
    void close() {
        plant.close();
        webhook.close();
        ntfy.close();
    }

    /** Whatever people are told to type is a command. */
    private void parseNextSteps() throws Exception {
        List<String> steps = plant.rows("select next_step from atelier_notification where next_step is not null");
        assertThat(steps).isNotEmpty();
        for (String step : steps) {
            for (String command : step.split("; then: ", -1)) {
                assertThat(command).startsWith("atelier ");
                TypedCommand.parse(command.substring("atelier ".length()));
            }
        }
    }

    private int run() {
        return plant.use("run", "machine-logs").code();
    }

    private void breakDown() throws Exception {
        Files.move(plant.logs, directory.resolve("gone"));
    }

    private void mend() throws Exception {
        Files.move(directory.resolve("gone"), plant.logs);
    }

    private String said() throws Exception {
        StringBuilder said =
                new StringBuilder(plant.use("notify", "list", "-o", "json").out());
        try (Stream<Path> logs = Files.list(directory.resolve("data/logs"))) {
            for (Path log : logs.toList()) {
                said.append(Files.readString(log, StandardCharsets.UTF_8));
            }
        }
        return said
                + plant.rows("select coalesce(last_error, '-') from atelier_notification_delivery")
                        .toString();
    }

    @Test
    void a_failed_run_and_the_good_one_after_it_are_told_once_to_each_target() throws Exception {
        breakDown();
        assertThat(run()).isEqualTo(7);
        assertThat(run()).isEqualTo(7);
        mend();
        assertThat(run()).isZero();
        assertThat(run()).isZero();
        assertThat(ntfy.received())
                .extracting(request -> request.header("Title"))
                .containsExactly(
                        "machine-logs failed: run 1, exit code 7",
                        "machine-logs is good again: run 3",
                        "DEM12 is silent: no session since 2025-05-28");
        assertThat(webhook.received()).hasSize(3);
        assertThat(webhook.received().get(0).body())
                .contains("\"kind\":\"run_failed\"", "no directory " + plant.logs, "atelier restart 1");
        parseNextSteps();
    }

    @ParameterizedTest
    @CsvSource({"429, it answers 429", "500, it answers 500", "0, no answer within 4 s"})
    void a_target_that_fails_changes_nothing_of_the_run_and_gets_it_at_the_next_start(int answer, String why)
            throws Exception {
        if (answer == 0) {
            webhook.thenHang();
        } else {
            webhook.then(answer);
        }
        breakDown();
        assertThat(run()).isEqualTo(7);
        assertThat(ntfy.received()).hasSize(1);
        assertThat(plant.rows("select target, attempts, last_error from atelier_notification_delivery order by 1"))
                .containsExactly("ntfy 1 null", "webhook 1 " + why);
        plant.execute("update atelier_notification_delivery set next_attempt = now()");
        assertThat(run()).isEqualTo(7);
        assertThat(webhook.received()).hasSize(2);
        assertThat(ntfy.received()).hasSize(1);
        assertThat(said())
                .contains(why, "could not be sent to webhook at 127.0.0.1")
                .doesNotContain(SECRET);
    }

    @Test
    void a_run_at_its_reject_limit_is_told_without_any_line() throws Exception {
        // Of two workers the one that has nothing else to read may be the first.
        plant.set("ATELIER_MACHINE_LOGS_WORKERS", "1");
        plant.log("DEM12 (PVC)/20250529.LOG", "2025-05-29T20:00:00Z", "no event of 100062");
        assertThat(plant.use("run", "machine-logs", "--max-rejects", "0").code())
                .isEqualTo(8);
        assertThat(webhook.received()).hasSize(1);
        assertThat(webhook.received().get(0).body())
                .contains("\"kind\":\"reject_limit\"", "1 of 2 lines are rejected, over the limit of 0 lines")
                .doesNotContain("100062");
        parseNextSteps();
    }

    @Test
    void a_test_tells_which_target_took_it() {
        ntfy.then(403);
        CommandLineUse tried = plant.use("notify", "test", "-o", "csv");
        assertThat(tried.code()).isEqualTo(7);
        assertThat(tried.out())
                .isEqualToNormalizingNewlines("target,taken,problem\nwebhook,true,\nntfy,false,it answers 403\n");
        assertThat(webhook.received().get(0).body()).contains("\"kind\":\"test\"");
        assertThat(plant.use("notify", "test").code()).isZero();
    }

    @Test
    void silence_is_told_by_send_where_no_run_comes() throws Exception {
        plant.set("ATELIER_NOTIFY_SILENCE", "machine-logs=3h");
        assertThat(run()).isZero();
        assertThat(plant.use("notify", "send", "-o", "csv").out()).contains("\n0,0,0,");
        plant.execute("update batch_job_execution set end_time = end_time - interval '4 hours'");
        CommandLineUse sent = plant.use("notify", "send", "-o", "csv");
        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(sent.out()).contains("\n2,0,0,");
        assertThat(ntfy.received().get(ntfy.received().size() - 1).header("Title"))
                .startsWith("machine-logs had no good run since ");
        assertThat(plant.use("notify", "list").out()).contains("job_silent", "sent");
        parseNextSteps();
    }

    @Test
    void a_file_that_is_left_alone_is_told_by_its_centre() throws Exception {
        assertThat(run()).isZero();
        plant.execute("update fichier_source set etat = 'quarantined', job_execution_id = 1");
        plant.execute("update atelier_run set looked_at = null");
        assertThat(plant.use("notify", "send").code()).isZero();
        assertThat(webhook.received().get(webhook.received().size() - 1).body())
                .contains("\"centre\":\"DEM12\"", "DEM12 (PVC)/20250528.LOG");
        parseNextSteps();
    }

    @Test
    void a_target_that_fails_is_told_by_the_exit_code_of_send() throws Exception {
        webhook.then(500).then(500);
        breakDown();
        run();
        plant.execute("update atelier_notification_delivery set next_attempt = now()");
        CommandLineUse sent = plant.use("notify", "send");
        assertThat(sent.code()).isEqualTo(7);
        assertThat(sent.out()).contains("atelier notify list");
    }

    @Test
    void without_a_target_nothing_is_looked_for_and_what_is_new_is_told_once_there_is_one() throws Exception {
        plant.set("ATELIER_NOTIFY_WEBHOOK_URL", "")
                .set("ATELIER_NOTIFY_NTFY_URL", "")
                .set("ATELIER_NOTIFY_NTFY_TOKEN", "");
        breakDown();
        assertThat(run()).isEqualTo(7);
        assertThat(plant.use("notify", "list").out()).isEqualTo("No notifications.\n");
        for (String command : new String[] {"test", "send"}) {
            CommandLineUse refused = plant.use("notify", command);
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.err()).contains("atelier.notify.webhook.url");
        }
        plant.set("ATELIER_NOTIFY_WEBHOOK_URL", webhook.url() + "/hook");
        assertThat(plant.use("notify", "send").code()).isZero();
        assertThat(plant.use("notify", "list").out()).contains("run_failed", "sent");
    }

    @ParameterizedTest
    @CsvSource({
        "ATELIER_NOTIFY_WEBHOOK_URL, ftp://host/s3cret",
        "ATELIER_NOTIFY_NTFY_URL, https:///s3cret",
        "ATELIER_NOTIFY_WEBHOOK_TOKEN, s3cret",
        "ATELIER_NOTIFY_SILENCE, machine-log=3h",
        "ATELIER_NOTIFY_REMINDER, soon"
    })
    void a_setting_that_cannot_be_used_is_told_and_no_secret_shown(String name, String value) {
        plant.set("ATELIER_NOTIFY_WEBHOOK_URL", "").set(name, value);
        CommandLineUse use = plant.use("check", "config");
        assertThat(use.code()).isEqualTo(3);
        assertThat(use.out()).contains(name).doesNotContain(SECRET);
    }
}
