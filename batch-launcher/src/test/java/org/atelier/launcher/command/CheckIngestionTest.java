package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.fixtures.http.HttpTestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether measurements still arrive, and who is told: R-T33 to R-T48. */
class CheckIngestionTest {

    private static final String BOX = "acme/essai/02000800";

    @TempDir
    Path directory;

    private BoxesUse boxes;
    private HttpTestServer ntfy;

    @BeforeEach
    void open() throws Exception {
        boxes = new BoxesUse(directory);
        ntfy = HttpTestServer.start();
    }

    @AfterEach
    void close() {
        boxes.close();
        ntfy.close();
    }

    private void told() {
        boxes.plant.set("ATELIER_NOTIFY_NTFY_URL", ntfy.url() + "/geheim-topic");
    }

    private CommandLineUse check(String... more) {
        return boxes.use(Stream.concat(Stream.of("measurements", "check-ingestion"), Stream.of(more))
                .toArray(String[]::new));
    }

    private void load(String name) throws Exception {
        boxes.upload(BOX, name, "05/01/26 08:00:00\t231.8\t2");
        assertThat(boxes.use("run", "measurements").code()).isIn(0, 8);
    }

    private void hoursPass(int hours) throws Exception {
        boxes.plant.execute("update batch_job_execution set start_time = start_time - interval '" + hours
                + " hours', end_time = end_time - interval '" + hours + " hours'");
    }

    @Test
    void rt33_rt45_a_fresh_run_is_no_problem_and_without_a_target_there_is_only_a_warning() throws Exception {
        load("a.tsv");
        CommandLineUse use = check();
        assertThat(use.code()).as(use.out() + use.err()).isZero();
        assertThat(use.out()).contains("All is well.").containsPattern("notifications +no target");
        assertThat(use.err()).contains("warning: nobody is told");
    }

    /** R-T38: the newest over all runs, whatever became of them; a run that found nothing is none. */
    @Test
    void rt34_rt38_a_pause_is_one_problem_and_runs_without_files_do_not_end_it() throws Exception {
        assertThat(check().out()).contains("no run took a file in the last 30 days");
        load("a.tsv");
        boxes.write(BOX + "/bad.tsv", "nothing\n");
        assertThat(boxes.use("run", "measurements").code()).isEqualTo(8);
        hoursPass(30);
        assertThat(boxes.use("run", "measurements").code()).isZero();
        CommandLineUse use = check();
        assertThat(use.code()).isEqualTo(1);
        assertThat(use.out()).contains("30 hours ago; 26 may pass");
        boxes.plant.set("MONITORING_MAX_RUN_AGE_HOURS", "48");
        assertThat(check().code()).isZero();
    }

    @Test
    void rt36_rt39_failed_files_are_told_with_their_cause() throws Exception {
        boxes.write(BOX + "/bad.tsv", "nothing\n");
        load("a.tsv");
        CommandLineUse use = check();
        assertThat(use.code()).isEqualTo(1);
        assertThat(use.out()).contains("1 file failed in the last 60 minutes:", BOX + "/bad.tsv : UNSUPPORTED_FORMAT");
        hoursPass(2);
        assertThat(check().code()).isZero();
        assertThat(check("--window", "3h").out()).contains("1 file failed in the last 3 hours:");
    }

    /** R-T43, R-T44, R-T46, L6: nothing is told twice, and nothing is forgotten. */
    @Test
    void rt43_rt44_what_was_refused_is_told_the_next_time_and_what_was_taken_not_again() throws Exception {
        told();
        load("a.tsv");
        hoursPass(30);
        ntfy.then(429, "0");
        CommandLineUse refused = check();
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("refused, kept for the next time");
        boxes.plant.execute("update atelier_notification_delivery set next_attempt = now() where delivered_at is null");
        assertThat(check().out()).containsPattern("notifications +sent");
        int messages = ntfy.received().size();
        assertThat(ntfy.received().get(messages - 1).header("Title")).contains("measurements found no file since");
        assertThat(check().code()).isEqualTo(1);
        assertThat(ntfy.received()).hasSize(messages);
    }

    /** R-T48, L7 */
    @Test
    void rt48_the_topic_is_never_shown() throws Exception {
        told();
        load("a.tsv");
        hoursPass(30);
        ntfy.then(403);
        CommandLineUse use = check("-v");
        assertThat(use.out() + use.err()).doesNotContain("geheim-topic");
        assertThat(List.of(0, 1)).contains(use.code());
    }

    /** 9.1, L1 */
    @Test
    void l1_a_dead_mans_switch_is_told_that_all_is_well_or_what_is_not() throws Exception {
        boxes.plant.set("HEALTHCHECKS_PING_URL", ntfy.url() + "/geheim-uuid");
        load("a.tsv");
        assertThat(check().code()).isZero();
        hoursPass(30);
        ntfy.then(500);
        CommandLineUse use = check();
        assertThat(use.code()).isEqualTo(1);
        assertThat(ntfy.received())
                .extracting(received -> received.method() + " " + received.path())
                .containsExactly("GET /geheim-uuid", "POST /geheim-uuid/fail", "POST /geheim-uuid/fail");
        assertThat(ntfy.received().get(2).body()).contains("30 hours ago; 26 may pass");
        assertThat(use.out() + use.err()).doesNotContain("geheim-uuid");

        boxes.plant
                .set("ATELIER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none")
                .set("ATELIER_DATABASE_PATIENCE", "0s");
        assertThat(check().code()).isEqualTo(1);
        assertThat(ntfy.received().get(3).body()).contains("the check itself failed");
    }

    /** L4: the check says what is wrong with itself, with 1. */
    @Test
    void l4_a_database_that_is_gone_is_exit_code_1() {
        boxes.plant
                .set("ATELIER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none")
                .set("ATELIER_DATABASE_PATIENCE", "0s");
        assertThat(check().code()).isEqualTo(1);
    }
}
