package org.atelier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.history.RejectFilter;
import org.atelier.history.RejectQuery;
import org.atelier.history.RunHistory;
import org.atelier.history.StandingReject;
import org.atelier.history.StandingRejects;
import org.atelier.retention.JobArchive;
import org.atelier.retention.OldArchive;
import org.atelier.retention.OldRows;
import org.atelier.retention.RetainedRows;
import org.atelier.retention.RetentionKind;
import org.atelier.settings.JobSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that nobody knew when the house was built is told, kept and deleted as the others are. */
class AnyJobTest {

    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

    private static final RetentionKind DRAFTS = new RetentionKind("drafts", "7d", "14d", true);

    private static final RejectQuery QUERY = new RejectQuery(
            "sample",
            """
            select id as number, null as centre, place as subject, null as file, 'cell ' || id as place,
                   'COLD' as reason, null as content, run, made as created, null::bigint as file_id
              from sample_reject""",
            new RejectQuery.OfRun(
                    "rejected_samples",
                    List.of("place", "number"),
                    "select place, id from sample_reject where run = (select run from asked) order by id"),
            "warm it up");

    private static final List<RetainedRows> RETAINED = List.of(
            new RetainedRows(
                    RetentionKind.REJECTS,
                    "rejected samples",
                    "sample_reject",
                    "r.made < :before and r.place <> 'draft'"),
            new RetainedRows(DRAFTS, "drafts of samples", "sample_reject", "r.made < :before and r.place = 'draft'"));

    @TempDir
    Path directory;

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = ReadyDatabase.create();
        connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table sample_reject (id bigint, place text, run bigint, made timestamptz)");
            statement.execute("""
                    insert into sample_reject values (1, 'oven', 7, '2025-01-02Z'), (2, 'yard', 7, '2025-03-01Z'),
                                                     (3, 'yard', 8, '2025-03-02Z'), (4, 'draft', null, '2025-01-01Z')""");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void its_rejects_stand_among_those_of_the_others() throws SQLException {
        Map<String, RejectQuery> queries = new TreeMap<>(BatchJobs.rejects());
        queries.put("samples", QUERY);
        StandingRejects rejects = new StandingRejects(connection, queries);
        assertThat(rejects.list(filter(Optional.of("samples"), Optional.empty())))
                .extracting(StandingReject::id)
                .containsExactly("sample-3", "sample-2", "sample-1", "sample-4");
        assertThat(rejects.find("sample-2")).get().satisfies(reject -> {
            assertThat(reject.job()).isEqualTo("samples");
            assertThat(reject.position()).isEqualTo("cell 2");
            assertThat(reject.runId()).isEqualTo(7);
        });
        assertThat(rejects.list(filter(Optional.empty(), Optional.of("oven"))))
                .as("who asks for a file means none that is of no file")
                .isEmpty();
    }

    private static RejectFilter filter(Optional<String> job, Optional<String> file) {
        return new RejectFilter(job, Optional.empty(), file, Optional.empty(), Optional.empty(), null);
    }

    @Test
    void what_a_run_rejected_is_told_in_its_own_columns() throws SQLException {
        assertThat(new RunHistory(connection).rejects(7, QUERY.ofRun(), 10))
                .containsExactly(List.of("oven", 1L), List.of("yard", 2L));
        assertThat(new RunHistory(connection).rejects(7, QUERY.ofRun(), 1)).hasSize(1);
    }

    @Test
    void its_old_rows_go_by_their_kind() {
        OldRows rows = new OldRows(connection, RETAINED);
        Instant before = Instant.parse("2025-03-01T12:00:00Z");
        assertThat(rows.count(RetentionKind.REJECTS, before)).isEqualTo(2);
        assertThat(rows.delete(DRAFTS, before)).isEqualTo(1);
        assertThat(rows.delete(RetentionKind.REJECTS, before)).isEqualTo(2);
        assertThat(rows.count(RetentionKind.REJECTS, LATER)).isEqualTo(1);
    }

    @Test
    void its_kinds_stand_between_the_records_of_runs_and_the_archive() {
        assertThat(RetentionKind.all(RETAINED))
                .extracting(RetentionKind::word)
                .containsExactly("rejects", "logs", "idle", "runs", "drafts", "archive");
    }

    @Test
    void what_needs_its_copies_is_sealed_before_they_go() throws Exception {
        JobArchive archive = new JobArchive(
                directory.resolve("samples"),
                "select encode(sha256(place::bytea), 'hex') from sample_reject where made < :before::date",
                "select encode(sha256(place::bytea), 'hex') from sample_reject",
                "delete from sample_reject where made < :before::date");
        LocalDate day = LocalDate.parse("2025-02-01");
        OldArchive old = new OldArchive(connection, archive);
        assertThat(old.before(day)).as("none was copied").isEmpty();
        assertThat(old.orphans(LATER)).isEmpty();
        assertThat(old.purge(day)).isZero();
        assertThat(new OldRows(connection, RETAINED).count(DRAFTS, LATER)).isZero();
    }

    @Test
    void a_job_that_has_nothing_to_say_says_nothing() {
        BatchJob plain = new PlainJob();
        assertThat(plain.lockScope()).isEqualTo("plain");
        assertThat(plain.parameters()).isEmpty();
        assertThat(plain.rejects()).isEmpty();
        assertThat(plain.retained()).isEmpty();
        assertThat(plain.checks()).isEmpty();
        assertThat(plain.backfill()).isEmpty();
        assertThat(plain.archive(new JobSettings(List.of()))).isEmpty();
    }
}
