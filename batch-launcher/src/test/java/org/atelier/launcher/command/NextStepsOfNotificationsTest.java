package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.atelier.fixtures.http.HttpTestServer;
import org.atelier.launcher.NextSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What people who are told of something are to type next: typed, and it does what it promises. */
class NextStepsOfNotificationsTest {

    private static final String ODD = "O'Neil $HOME 5";

    @TempDir
    Path directory;

    private LogsUse plant;
    private HttpTestServer webhook;

    @BeforeEach
    void open() throws Exception {
        webhook = HttpTestServer.start();
        plant = new LogsUse(directory).set("ATELIER_NOTIFY_WEBHOOK_URL", webhook.url() + "/hook");
        plant.log(ODD + " (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: x", "no");
    }

    @AfterEach
    void close() {
        plant.close();
        webhook.close();
    }

    /** Of the newest message of that kind. */
    private List<String> told(String kind) {
        List<String> steps = webhook.received().stream()
                .map(request -> JsonMapper.shared().readTree(request.body()))
                .filter(body -> body.get("kind").asString().equals(kind))
                .map(body -> body.get("next_step").asString())
                .toList();
        assertThat(steps).isNotEmpty();
        return NextSteps.told(steps.get(steps.size() - 1));
    }

    private CommandLineUse type(String command, int code) {
        return plant.use(code, NextSteps.arguments(command));
    }

    @Test
    void a_run_that_failed_or_came_to_its_limit_or_died_is_looked_at_and_gone_on_with() throws Exception {
        plant.use(0, "db", "update");
        plant.execute("alter table piece_production rename to piece_elsewhere");
        plant.use(1, "run", "machine-logs");
        assertThat(told("run_failed")).containsExactly("atelier logs 1", "atelier restart 1");
        assertThat(type(told("run_failed").get(0), 0).out()).contains("piece_production");
        plant.execute("alter table piece_elsewhere rename to piece_production");
        assertThat(type(told("run_failed").get(1), 0).out()).contains("loaded=1");

        plant.log(ODD + " (PVC)/20250529.LOG", "2025-05-29T20:00:00Z", "20250529 08:00:00|@StukUitgevoerd: x", "no");
        CommandLineUse over = plant.use(8, "run", "machine-logs", "--max-rejects", "0");
        assertThat(over.next()).isEqualTo(told("reject_limit"));
        assertThat(plant.use(0, "show", "last").next()).containsExactly("atelier restart 3");
        assertThat(type(told("reject_limit").get(0), 0).out()).contains("2025-05-29");
        assertThat(type(told("reject_limit").get(1), 0).out()).contains("rejected=1");

        plant.execute("update batch_job_execution set status = 'STARTED', end_time = null where job_execution_id = 4");
        plant.execute("update atelier_run set looked_at = null, exit_code = null where job_execution_id = 4");
        plant.use(0, "run", "machine-logs");
        assertThat(told("run_recovered")).containsExactly("atelier logs 4");
        assertThat(type(told("run_recovered").get(0), 0).out()).contains("machine-logs");
    }

    @Test
    void silence_and_files_left_alone_are_looked_at() throws Exception {
        plant.set("ATELIER_NOTIFY_SILENCE", "machine-logs=3h");
        plant.use(0, "run", "machine-logs");
        plant.execute("update batch_job_execution set end_time = end_time - interval '4 hours'");
        plant.execute("update fichier_source set etat = 'quarantined', job_execution_id = 1");
        plant.execute("update atelier_run set looked_at = null");
        plant.use(0, "notify", "send");
        assertThat(type(told("job_silent").get(0), 0).out()).contains("machine-logs");
        assertThat(type(told("centre_silent").get(0), 8).out()).contains(ODD);
        assertThat(type(told("file_quarantined").get(0), 0).out()).contains("20250528.LOG");
    }

    @Test
    void what_cannot_be_sent_is_listed() throws Exception {
        webhook.then(500).then(500);
        plant.use(8, "run", "machine-logs", "--max-rejects", "0");
        plant.execute("update atelier_notification_delivery set next_attempt = now()");
        assertThat(plant.follow(plant.use(7, "notify", "send"), "atelier notify list", 0)
                        .out())
                .contains("it answers 500");
        plant.execute("update atelier_notification set made_at = made_at - interval '4 days'");
        plant.execute("update atelier_notification_delivery set next_attempt = now()");
        plant.use(0, "run", "machine-logs");
        String log = Files.readString(directory.resolve("data/logs/run-2.log"), StandardCharsets.UTF_8);
        String givenUp = log.lines()
                .filter(line -> line.contains("are given up"))
                .findFirst()
                .orElseThrow();
        assertThat(type(NextSteps.told(givenUp).get(0), 0).out()).contains("given up");
    }

    @Test
    void a_target_that_was_missing_is_set_and_tried() {
        plant.set("ATELIER_NOTIFY_WEBHOOK_URL", "");
        CommandLineUse missing = plant.use(3, "notify", "send");
        plant.set("ATELIER_NOTIFY_WEBHOOK_URL", webhook.url() + "/hook");
        plant.follow(missing, "atelier notify test", 0);
        assertThat(webhook.received()).hasSize(1);
    }
}
