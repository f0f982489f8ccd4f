package org.atelier.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

class RunViewsTest {

    private static final String[] RUNS = {
        "insert into batch_job_instance values (1, 0, 'machine-logs', 'a'), (2, 0, 'orders', 'b')",
        "insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time,"
                + " end_time, status, exit_code, exit_message) values"
                + " (10, 0, 1, '2025-05-28 08:00', '2025-05-28 08:00:01', '2025-05-28 08:00:03.5', 'COMPLETED', 'COMPLETED', ''),"
                + " (11, 0, 2, '2025-05-28 08:07', '2025-05-28 08:07', null, 'FAILED', 'FAILED',"
                + " E'the first line\\nits stack')",
        "insert into batch_job_execution_params values"
                + " (10, 'scope', 'java.lang.String', 'machine-logs#1/4', 'Y'),"
                + " (10, 'from', 'java.time.LocalDate', '2025-02-28', 'Y'),"
                + " (10, 'to', 'java.lang.String', '2025-02-31', 'Y'),"
                + " (10, 'attempt', 'java.lang.Long', '2', 'Y'),"
                + " (11, 'seq', 'java.lang.Long', '42', 'Y')",
        "insert into atelier_run (job_execution_id, job, scope, epoch, trigger_kind, version, owner_host, owner_pid,"
                + " exit_code, cause, summary) values (10, 'machine-logs', 'machine-logs#1/4', 3, 'cron', '0.1',"
                + " 'host', 77, 0, null, '{\"rejected\": 5}')",
        "insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,"
                + " start_time, end_time, status, read_count, write_count, filter_count, commit_count, rollback_count,"
                + " read_skip_count, process_skip_count, write_skip_count) values"
                + " (1, 0, 'plan', 10, now(), now(), now(), 'COMPLETED', 1, 1, 0, 1, 0, 0, 0, 0),"
                + " (2, 0, 'days', 10, now(), now(), now(), 'COMPLETED', 30, 27, 3, 6, 0, 0, 0, 0),"
                + " (3, 0, 'days:partition0', 10, now(), '2025-05-28 08:00:01', '2025-05-28 08:00:02', 'COMPLETED',"
                + " 10, 9, 1, 2, 0, 1, 2, 3),"
                + " (4, 0, 'days:partition1', 10, now(), now(), now(), 'COMPLETED', 20, 18, 2, 4, 0, 0, 0, 0),"
                + " (5, 0, 'daysAfter', 10, now(), now(), now(), 'COMPLETED', 100, 100, 0, 1, 0, 0, 0, 0)",
    };

    @Test
    void a_run_counts_two_partitions_once() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(c, RUNS);
            assertThat(Databases.rows(
                            c,
                            "select read_count, write_count, filter_count, reject_count from v_run where run_id = 10"))
                    .containsExactly("131|128|3|5");
        }
    }

    @Test
    void a_run_tells_who_what_and_how_long_in_utc() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(c, RUNS);
            Databases.run(c, "set time zone 'Asia/Tokyo'");
            assertThat(Databases.rows(
                            c,
                            "select job, scope, seq, range_from, attempt, status, exit_code, trigger_kind, owner,"
                                    + " duration_ms, nothing_to_do, started = timestamptz '2025-05-28 08:00:01+00',"
                                    + " parameters->>'from' from v_run where run_id = 10"))
                    .containsExactly(
                            "machine-logs|machine-logs#1/4||2025-02-28|2|COMPLETED|0|cron|host/77|2500|f|t|2025-02-28");
        }
    }

    @Test
    void a_run_of_spring_batch_alone_is_there_too() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(c, RUNS);
            assertThat(Databases.rows(
                            c,
                            "select job, scope, seq, range_from, status, exit_code, owner, ended, duration_ms,"
                                    + " read_count, reject_count, cause, nothing_to_do from v_run where run_id = 11"))
                    .containsExactly("orders|orders|42||FAILED|||||0|0|the first line|f");
        }
    }

    @Test
    void steps_and_partitions_are_told_apart() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(c, RUNS);
            assertThat(Databases.rows(
                            c, "select step, partition, read_count from v_run_step where run_id = 10 order by 1, 2"))
                    .containsExactlyInAnyOrder(
                            "plan||1", "days||30", "days|partition0|10", "days|partition1|20", "daysAfter||100");
            assertThat(Databases.rows(
                            c,
                            "select job, status, duration_ms, commit_count, rollback_count, skip_count, exit_message,"
                                    + " started = timestamptz '2025-05-28 08:00:01+00'"
                                    + " from v_run_step where partition = 'partition0'"))
                    .containsExactly("machine-logs|COMPLETED|1000|2|0|6||t");
        }
    }

    @Test
    void a_purged_run_takes_what_we_know_of_it_along() throws Exception {
        try (Connection c = Databases.current()) {
            Databases.run(c, RUNS);
            Databases.run(
                    c,
                    "delete from batch_step_execution",
                    "delete from batch_job_execution_params",
                    "delete from batch_job_execution");
            assertThat(Databases.rows(c, "select count(*) from atelier_run")).containsExactly("0");
        }
    }
}
