package org.atelier.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.machinelogs.MachineLogs;
import org.atelier.migrations.SchemaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private TestDatabase database;
    private Connection connection;
    private RunHistory history;

    @BeforeEach
    void open() throws SQLException, SchemaException {
        database = ReadyDatabase.create();
        connection = database.connect();
        history = new RunHistory(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(int id, String job, String status, String created, String more) throws SQLException {
        execute(
                "insert into batch_job_instance (job_instance_id, version, job_name, job_key) values (%d, 0, '%s', 'k%d')"
                        .formatted(id, job, id));
        execute("""
                insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time,
                                                 end_time, status)
                values (%d, 0, %d, '%s', '%s', timestamp '%s' + interval '1.5 s', '%s')""".formatted(id, id, created, created, created, status));
        execute("""
                insert into atelier_run (job_execution_id, job, scope, epoch, trigger_kind, version %s""".formatted(more.replace(":id", Integer.toString(id)).replace(":job", job)));
    }

    private void plain(int id, String job, String status, String created) throws SQLException {
        run(id, job, status, created, ") values (:id, ':job', ':job', 1, 'manual', '1.0')");
    }

    private void parameter(int id, String name, String value) throws SQLException {
        execute("""
                insert into batch_job_execution_params (job_execution_id, parameter_name, parameter_type,
                                                        parameter_value, identifying)
                values (%d, '%s', 'java.lang.String', '%s', 'Y')""".formatted(id, name, value));
    }

    private static RunFilter all(int limit) {
        return new RunFilter(Optional.empty(), Optional.empty(), Optional.empty(), limit, false);
    }

    private List<Long> ids(RunFilter filter) throws SQLException {
        return history.list(filter).stream().map(RunRecord::runId).toList();
    }

    private Optional<Long> find(String reference) throws SQLException {
        return history.find(RunReference.parse(reference), PARIS).map(RunRecord::runId);
    }

    @Test
    void an_empty_history_has_no_runs() throws SQLException {
        assertThat(ids(all(20))).isEmpty();
        assertThat(find("last")).isEmpty();
        assertThat(find("7")).isEmpty();
    }

    @Test
    void a_run_is_read_with_all_that_is_known_of_it() throws SQLException {
        run(5, "machine-logs", "FAILED", "2025-05-28 06:00:00", """
                , exit_code, owner_host, owner_pid, cause, next_step, summary, log_file)
                values (:id, ':job', ':job', 1, 'cron', '1.0', 1, 'plant', 77, 'no line', 'atelier run', '{"rejected": 3}',
                        'logs/5.log')""");
        parameter(5, "from", "2025-05-20");
        parameter(5, "to", "2025-05-22");
        RunRecord run = history.list(all(20)).get(0);
        assertThat(run.job()).isEqualTo("machine-logs");
        assertThat(run.status()).isEqualTo("FAILED");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.owner()).isEqualTo("plant/77");
        assertThat(run.started()).isEqualTo(Instant.parse("2025-05-28T06:00:00Z"));
        assertThat(run.duration()).isEqualTo(Duration.ofMillis(1500));
        assertThat(run.counts().rejected()).isEqualTo(3);
        assertThat(run.rangeFrom()).isEqualTo(LocalDate.of(2025, 5, 20));
        assertThat(run.parameters()).contains("\"from\"");
        assertThat(run.cause()).isEqualTo("no line");
        assertThat(run.logFile()).isEqualTo("logs/5.log");
    }

    @Test
    void the_newest_come_first_and_filters_narrow_them() throws SQLException {
        plain(1, "machine-logs", "COMPLETED", "2025-05-01 06:00:00");
        plain(2, "orders", "FAILED", "2025-05-02 06:00:00");
        plain(3, "machine-logs", "FAILED", "2025-05-03 06:00:00");
        run(
                4,
                "machine-logs",
                "COMPLETED",
                "2025-05-04 06:00:00",
                ", nothing_to_do) values (:id, ':job', ':job', 1, 'cron', '1.0', true)");
        assertThat(ids(all(20))).containsExactly(3L, 2L, 1L);
        assertThat(ids(all(2))).containsExactly(3L, 2L);
        assertThat(ids(new RunFilter(Optional.empty(), Optional.empty(), Optional.empty(), 20, true)))
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(ids(new RunFilter(Optional.of("orders"), Optional.empty(), Optional.empty(), 20, false)))
                .containsExactly(2L);
        assertThat(ids(new RunFilter(Optional.empty(), Optional.of("FAILED"), Optional.empty(), 20, false)))
                .containsExactly(3L, 2L);
        Instant since = Instant.parse("2025-05-02T06:00:00Z");
        assertThat(ids(new RunFilter(Optional.empty(), Optional.empty(), Optional.of(since), 20, false)))
                .containsExactly(3L, 2L);
    }

    @Test
    void runs_are_found_by_every_kind_of_reference() throws SQLException {
        plain(1, "machine-logs", "FAILED", "2025-05-01 06:00:00");
        plain(2, "machine-logs", "COMPLETED", "2025-05-02 06:00:00");
        plain(3, "machine-logs", "COMPLETED", "2025-06-01 06:00:00");
        parameter(3, "from", "2025-05-02");
        parameter(3, "to", "2025-05-04");
        assertThat(find("1")).contains(1L);
        assertThat(find("last")).contains(3L);
        assertThat(find("last-failed")).contains(1L);
        assertThat(find("machine-logs@2025-05-01")).contains(1L);
        assertThat(find("machine-logs@2025-05-02"))
                .as("a range that holds the day comes first")
                .contains(3L);
        assertThat(find("machine-logs@2025-06-01"))
                .as("a range is not of the day it was started")
                .isEmpty();
        assertThat(find("orders@2025-05-01")).isEmpty();
    }

    @Test
    void a_day_is_the_plants_day() throws SQLException {
        plain(1, "machine-logs", "COMPLETED", "2025-05-01 22:30:00");
        assertThat(find("machine-logs@2025-05-02")).contains(1L);
        assertThat(find("machine-logs@2025-05-01")).isEmpty();
    }

    @Test
    void steps_come_in_the_order_they_began() throws SQLException {
        plain(1, "machine-logs", "COMPLETED", "2025-05-01 06:00:00");
        step(11, "load:partition1", "2025-05-01 06:00:02", 10);
        step(10, "find", "2025-05-01 06:00:01", 4);
        List<StepRecord> steps = history.steps(1);
        assertThat(steps).extracting(StepRecord::step).containsExactly("find", "load");
        assertThat(steps.get(1).partition()).isEqualTo("partition1");
        assertThat(steps.get(1).read()).isEqualTo(10);
        assertThat(steps.get(1).skipped()).isEqualTo(6);
        assertThat(steps.get(0).duration()).isEqualTo(Duration.ofSeconds(2));
    }

    private void step(int id, String name, String started, int read) throws SQLException {
        execute("""
                insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                    start_time, end_time, status, commit_count, read_count, filter_count, write_count, read_skip_count,
                    write_skip_count, process_skip_count, rollback_count)
                values (%d, 0, '%s', 1, '%s', '%s', timestamp '%s' + interval '2 s', 'COMPLETED', 1, %d, 0, 4, 1, 2, 3, 0)""".formatted(id, name, started, started, started, read));
    }

    @Test
    void rejects_come_by_file_and_line_with_their_raw_text() throws SQLException {
        plain(1, "machine-logs", "COMPLETED", "2025-05-01 06:00:00");
        execute("insert into centre_usinage (id, nom) values (1, 'DEM12')");
        execute("""
                insert into fichier_source (id, job, source, centre_usinage_id, chemin, etat)
                values (1, 'machine-logs', 'ftp://h:21/', 1, 'DEM12 (PVC)/20250501.LOG', 'loaded')""");
        execute("""
                insert into ligne_rejetee (fichier_id, numero_ligne, decalage_octets, motif, contenu, job_execution_id)
                values (1, 9, 90, 'BAD_TIMESTAMP', 'x|@y', 1), (1, 2, 20, 'NO_SEPARATOR', 'z', 1)""");
        RejectQuery.OfRun query = new MachineLogs().rejects().orElseThrow().ofRun();
        assertThat(history.rejects(1, query, 10))
                .extracting(reject -> reject.get(2))
                .containsExactly(2L, 9L);
        assertThat(history.rejects(1, query, 1)).hasSize(1);
        assertThat(history.rejects(1, query, 10).get(1))
                .containsExactly("ftp://h:21/", "DEM12 (PVC)/20250501.LOG", 9L, 90L, "BAD_TIMESTAMP", "x|@y");
    }
}
