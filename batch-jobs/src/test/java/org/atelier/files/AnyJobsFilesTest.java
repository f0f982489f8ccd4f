package org.atelier.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.atelier.ReadyDatabase;
import org.atelier.files.afterload.CleanupFile;
import org.atelier.files.afterload.CleanupPlan;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger and the plan as a job uses them that has neither groups of files nor tables of its own for them. */
class AnyJobsFilesTest {

    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final String PATH = "company/20260110.tsv";

    private final TestDatabase database = ReadyDatabase.create();
    private Connection connection;
    private Jdbi jdbi;
    private FileLedger<Plain> ledger;
    private FilePlan<Plain> plan;

    private record Plain(
            String sha256, long size, Instant modified, Instant downloadedAt, List<LocalDate> days, LineCounts counts)
            implements FileVersion {}

    private record Measurements(String job) implements JobFiles<Plain> {

        @Override
        public Plain version(ResultSet row) throws SQLException {
            return new Plain(
                    row.getString("sha256"),
                    row.getLong("taille"),
                    FileRows.instant(row, "date_fichier"),
                    FileRows.instant(row, "date_telechargement"),
                    FileRows.days(row),
                    FileRows.counts(row));
        }

        @Override
        public Plain withoutLines(Plain version) {
            return new Plain(
                    version.sha256(),
                    version.size(),
                    version.modified(),
                    version.downloadedAt(),
                    List.of(),
                    LineCounts.NONE);
        }
    }

    @BeforeEach
    void open() throws SQLException {
        connection = database.connect();
        jdbi = Sql.on(connection);
        ledger = new FileLedger<>(jdbi, new Measurements("measurements"));
        plan = new FilePlan<>(jdbi, new Measurements("measurements"));
        jdbi.useHandle(handle -> handle.execute("insert into batch_job_instance"
                + " (job_instance_id, version, job_name, job_key) values (1, 0, 'measurements', 'k')"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private PlannedFile<Plain> taken() {
        ledger.look("s", 0, List.of(new FileLook(PATH, 100, NOW)), NOW);
        plan.take(1, "s", List.of(PATH), List.of(true));
        return plan.toFetch(1, null).get(0);
    }

    private static Plain version() {
        return new Plain("a".repeat(64), 100, NOW, NOW, List.of(DAY), new LineCounts(5, 1, 3, 0, 1, 0));
    }

    private LedgerFile<Plain> known() {
        return Objects.requireNonNull(ledger.known("s", List.of(PATH)).get(PATH));
    }

    @Test
    void a_file_is_seen_planned_fetched_and_loaded() {
        PlannedFile<Plain> file = taken();
        assertThat(Taking.decide(100, NOW, null, NOW, Duration.ZERO)).isEqualTo(Taking.NEW);
        assertThat(file.version()).isNull();

        plan.fetched(1, file.id(), version());
        PlannedFile<Plain> fetched = plan.fetched(1, null).get(0);
        assertThat(fetched.version()).isEqualTo(version());
        assertThat(plan.fetchedOf(1, 0)).containsExactly(fetched);
        ledger.loaded(fetched, version(), 7);
        plan.loaded(1, file.id());

        assertThat(known().loaded()).isEqualTo(version());
        assertThat(known().state()).isEqualTo(FileState.LOADED);
        assertThat(Taking.decide(100, NOW, known(), NOW, Duration.ZERO)).isEqualTo(Taking.UNCHANGED);
        assertThat(ledger.loadedOf(0)).containsExactly(known());
        assertThat(ledger.firstDownload(file.id(), "a".repeat(64))).contains(NOW);
        assertThat(plan.counts(1)).isEqualTo(new FilePlanCounts(1, 1, 0, 0, 0));
        assertThat(plan.lines(1)).isEqualTo(version().counts());
        assertThat(plan.unbalanced(1)).isEmpty();
        assertThat(ledger.known("s", List.of("company/other.tsv"))).isEmpty();
    }

    @Test
    void files_of_other_jobs_on_the_same_source_are_others() {
        taken();
        FileLedger<Plain> others = new FileLedger<>(jdbi, new Measurements("other"));
        assertThat(others.known("s", List.of(PATH))).isEmpty();
        others.look("s", 0, List.of(new FileLook(PATH, 200, NOW)), NOW);
        assertThat(Objects.requireNonNull(others.known("s", List.of(PATH)).get(PATH))
                        .sizeSeen())
                .isEqualTo(200);
        assertThat(known().sizeSeen()).isEqualTo(100);
    }

    @Test
    void it_is_quarantined_released_and_forgotten() throws SQLException {
        PlannedFile<Plain> file = taken();
        for (int attempt = 0; attempt < FileLedger.ATTEMPTS; attempt++) {
            ledger.failedInPart(file, version(), "no such column", 1, 7);
        }
        assertThat(known().state()).isEqualTo(FileState.QUARANTINED);
        assertThat(known().loaded()).isEqualTo(version());

        LedgerEdit edit = new LedgerEdit(connection);
        assertThat(edit.requeue(List.of(file.id()))).isEqualTo(1);
        assertThat(known().state()).isEqualTo(FileState.SEEN);
        assertThat(edit.forget(List.of(file.id()))).isEqualTo(1);
        assertThat(known().loaded()).isNull();
    }

    @Test
    void a_duplicate_adds_nothing_and_a_loaded_file_may_leave_its_server() {
        PlannedFile<Plain> file = taken();
        ledger.look("s", 0, List.of(new FileLook("company/copy.tsv", 100, NOW)), NOW);
        plan.take(1, "s", List.of("company/copy.tsv"), List.of(true));
        for (PlannedFile<Plain> each : plan.toFetch(1, null)) {
            plan.fetched(1, each.id(), version());
            if (each.id() != file.id()) {
                plan.duplicate(1, each.id(), file.id());
            }
        }
        for (PlannedFile<Plain> each : plan.fetched(1, null)) {
            ledger.loaded(each, version(), 7);
            plan.loaded(1, each.id());
        }
        assertThat(ledger.loadedOf(0))
                .extracting(LedgerFile::state)
                .containsExactly(FileState.LOADED, FileState.DUPLICATE);

        CleanupPlan cleanup = new CleanupPlan(jdbi, new Measurements("measurements"));
        cleanup.freeze(1, 0, List.of("s"), DAY.plusDays(1), NOW, null);
        assertThat(cleanup.toDo(1, null)).extracting(CleanupFile::id).containsExactly(file.id());
        assertThat(cleanup.figures(1)).containsEntry("stays", 1L);
        assertThat(cleanup.notes(1)).containsExactly("company/copy.tsv stays on the server: repeats another file");
    }
}
