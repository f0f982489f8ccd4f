package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.catalog.BatchJobs;
import org.atelier.catalog.JobBackfill;
import org.atelier.files.LedgerEdit;
import org.atelier.files.history.FileFilter;
import org.atelier.files.history.FileHistory;
import org.atelier.files.history.FileRecord;
import org.atelier.history.RejectFilter;
import org.atelier.history.RunHistory;
import org.atelier.history.StandingReject;
import org.atelier.history.StandingRejects;
import org.atelier.machinelogs.history.Freshness;
import org.atelier.retention.OldArchive;
import org.atelier.retention.OldRows;
import org.atelier.retention.RetentionKind;
import org.atelier.run.DayRange;
import org.atelier.run.RunReport;
import org.atelier.settings.JobSettings;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of another job in the ledger, some with the paths, contents and runs of log files, are not log files. */
class OtherJobsFilesTest {

    private static final String LOG = "DEM12 (PVC)/20250527.LOG";
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final LocalDate AFTER_ALL = LocalDate.parse("2025-05-29");

    private static final String OTHERS = "select f::text || coalesce(r::text, '') as r from fichier_source f"
            + " left join ligne_rejetee r on r.fichier_id = f.id where f.job = 'hello' order by 1";

    @TempDir
    Path directory;

    private Plant plant;
    private Handle handle;
    private RunReport run;

    @BeforeEach
    void load() throws Exception {
        plant = new Plant(directory);
        handle = plant.sql().open();
        plant.log(
                LOG,
                "2025-05-27T20:00:00Z",
                "20250527 08:00:00|@StukUitgevoerd:",
                "no event",
                "20250527 08:10:00|@StukUitgevoerd:");
        run = plant.run();
        plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd:");
        others();
    }

    @AfterEach
    void close() {
        handle.close();
        plant.close();
    }

    /** One with the log file's path and its run, whose content is as old; one that failed too often. */
    private void others() {
        handle.execute("""
                insert into fichier_source (job, source, chemin, etat, sha256, taille, date_fichier, jours, lignes, rejets,
                                            tentatives, cause, taille_vue, date_fichier_vue, job_execution_id)
                select 'hello', source, chemin, 'loaded', repeat('e', 64), 7, date_fichier, jours, 3, 2, 0, null, 7,
                       date_fichier, job_execution_id
                  from fichier_source where job = 'machine-logs'
                union all select 'hello', source, 'hello/bad.txt', 'quarantined', null, null, null, null, null, null, 5,
                       'no greeting', 7, date_fichier, job_execution_id
                  from fichier_source where job = 'machine-logs'""");
        handle.execute("""
                insert into ligne_rejetee (fichier_id, numero_ligne, decalage_octets, motif, contenu, job_execution_id)
                select id, n, 0, 'COLD', 'brr', job_execution_id from fichier_source, generate_series(1, 2) n
                 where job = 'hello' and etat = 'loaded'""");
    }

    private List<String> rowsOfOthers() {
        return handle.createQuery(OTHERS).mapTo(String.class).list();
    }

    private Connection connection() {
        return handle.getConnection();
    }

    @Test
    void a_run_takes_its_own_and_leaves_the_others() throws Exception {
        List<String> others = rowsOfOthers();
        RunReport second = plant.run();
        assertThat(second.summary()).isNotNull();
        assertThat(plant.one(Integer.class, "select count(*) from session_production"))
                .isEqualTo(2);
        assertThat(plant.one(
                        Integer.class,
                        "select count(*) from fichier_source where job = 'machine-logs' and etat = 'loaded'"))
                .isEqualTo(2);
        assertThat(rowsOfOthers()).isEqualTo(others);
    }

    @Test
    void a_rebuild_has_its_own_days_only() throws Exception {
        handle.execute("update fichier_source set jours = '{2025-05-20}' where job = 'hello' and sha256 is not null");
        DayRange range = new DayRange(LocalDate.parse("2025-05-20"), AFTER_ALL);
        assertThat(new MachineLogs()
                        .backfill()
                        .orElseThrow()
                        .plan(connection(), new JobSettings(List.of(plant.settings())), range, null))
                .extracting(JobBackfill.Day::day, JobBackfill.Day::files)
                .containsExactly(tuple(LocalDate.parse("2025-05-27"), 1));
    }

    @Test
    void rejected_lines_are_those_of_log_files() throws SQLException {
        StandingRejects rejects = new StandingRejects(connection(), BatchJobs.rejects());
        RejectFilter all = new RejectFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), null);
        assertThat(rejects.list(all)).extracting(StandingReject::content).containsExactly("no event");
        assertThat(rejects.files(all))
                .containsExactly(plant.one(Long.class, "select id from fichier_source where job = 'machine-logs'"));
        assertThat(new RunHistory(connection()).rejects(run.execution(), LineRejects.QUERY.ofRun(), 10))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("no event"));
    }

    @Test
    void rejected_lines_of_others_are_kept_as_long_as_they_say() {
        OldRows rows = new OldRows(connection(), BatchJobs.retained());
        assertThat(rows.count(RetentionKind.REJECTS, LATER)).isEqualTo(1);
        assertThat(rows.delete(RetentionKind.REJECTS, LATER)).isEqualTo(1);
        assertThat(plant.rows("select distinct motif from ligne_rejetee")).containsExactly(Map.of("motif", "COLD"));
    }

    @Test
    void the_archive_and_sealed_days_are_those_of_log_files() throws Exception {
        String copy = plant.one(String.class, "select sha256 from fichier_source where job = 'machine-logs'");
        OldArchive archive = new OldArchive(connection(), LogArchive.in(plant.landing()));
        assertThat(archive.before(AFTER_ALL)).containsExactly(copy);
        handle.execute("update fichier_source set sha256 = '" + copy + "' where job = 'hello' and sha256 is not null");
        assertThat(archive.before(AFTER_ALL)).containsExactly(copy);
        handle.execute("update fichier_source set jours = '{2025-06-01}' where job = 'hello' and sha256 is not null");
        assertThat(archive.before(AFTER_ALL))
                .as("another job needs this content")
                .isEmpty();

        handle.execute("update fichier_source set jours = '{2024-01-01}' where job = 'hello' and sha256 is not null");
        assertThat(archive.purge(AFTER_ALL)).isEqualTo(1);
        assertThat(plant.rows("select jour::text as day from jour_scelle"))
                .containsExactly(Map.of("day", "2025-05-27"));
    }

    @Test
    void what_only_others_have_is_purged_from_no_archive_of_log_files() throws Exception {
        String copy = plant.one(String.class, "select sha256 from fichier_source where job = 'machine-logs'");
        handle.execute("update fichier_source set sha256 = '" + copy + "' where job = 'hello' and sha256 is not null");
        new LedgerEdit(connection())
                .forget(List.of(plant.one(Long.class, "select id from fichier_source where job = 'machine-logs'")));
        OldArchive archive = new OldArchive(connection(), LogArchive.in(plant.landing()));
        assertThat(archive.before(AFTER_ALL)).isEmpty();
        assertThat(archive.orphans(LATER)).isEmpty();
    }

    @Test
    void no_centre_is_fresher_for_them() throws SQLException {
        List<Freshness.Centre> before = Freshness.read(connection());
        handle.execute("update fichier_source set date_fichier_vue = now(), derniere_vue = now() where job = 'hello'");
        assertThat(Freshness.read(connection())).isEqualTo(before).hasSize(1);
    }

    @Test
    void the_ledger_shows_them_with_their_job() throws SQLException {
        FileHistory ledger = new FileHistory(connection());
        assertThat(ledger.list(new FileFilter(Optional.empty(), Optional.empty(), Optional.empty(), false, 10)))
                .extracting(FileRecord::job, FileRecord::centre, FileRecord::path)
                .containsExactly(
                        tuple("hello", null, LOG),
                        tuple("machine-logs", "DEM12", LOG),
                        tuple("hello", null, "hello/bad.txt"));
        assertThat(ledger.list(new FileFilter(Optional.of("hello"), Optional.empty(), Optional.empty(), false, 10)))
                .hasSize(2);
        assertThat(ledger.list(new FileFilter(Optional.empty(), Optional.of("DEM12"), Optional.empty(), false, 10)))
                .hasSize(1);
        assertThat(ledger.find(LOG)).hasSize(2);
    }

    @Test
    void they_are_requeued_and_forgotten_and_log_files_are_not() throws SQLException {
        List<Long> others = handle.createQuery("select id from fichier_source where job = 'hello'")
                .mapTo(Long.class)
                .list();
        LedgerEdit edit = new LedgerEdit(connection());
        assertThat(edit.requeue(others)).isEqualTo(2);
        assertThat(edit.forget(others)).isEqualTo(2);
        assertThat(plant.rows("select distinct etat, sha256 is null as empty from fichier_source where job = 'hello'"))
                .containsExactly(Map.of("etat", "seen", "empty", true));
        assertThat(plant.rows("select contenu from ligne_rejetee")).containsExactly(Map.of("contenu", "no event"));
        assertThat(plant.one(Integer.class, "select count(*) from fichier_log")).isEqualTo(1);
    }
}
