package org.atelier.observe.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of files that failed the quality gate, and of centres that nothing is known of. */
class GateNewsTest {

    private static Bureau bureau;

    @BeforeAll
    static void open() throws Exception {
        bureau = Bureau.open();
    }

    @BeforeEach
    void clear() throws SQLException {
        bureau.clear();
        bureau.execute("insert into centre_usinage (id, nom, type_cu) values (1, 'DEM12', 'PVC')");
    }

    @AfterAll
    static void close() throws SQLException {
        bureau.close();
    }

    /** A run that has loaded this version of the file, which failed the gate. */
    private static void loaded(int run, String version) throws SQLException {
        bureau.run(run, "machine-logs", "COMPLETED", "8, 'gate', 'Of its files, 1 failed the quality gate'");
        bureau.execute("""
                insert into fichier_source (id, job, source, centre_usinage_id, chemin, etat, sha256, job_execution_id)
                values (5, 'machine-logs', 'ftp://h/', 1, 'DEM12 (PVC)/20250601.LOG', 'loaded', '%s', %d)
                on conflict (id) do update set sha256 = excluded.sha256, job_execution_id = excluded.job_execution_id;
                insert into fichier_log (fichier_id, controle) values (5, '98 of 120 lines are rejected')
                on conflict (fichier_id) do update set controle = excluded.controle""".formatted(version.repeat(64), run));
        bureau.look();
    }

    @Test
    void a_file_is_told_with_its_centre_its_cause_and_what_shows_it() throws Exception {
        loaded(1, "a");
        assertThat(bureau.column("select concat_ws('|', kind, centre, job_execution_id, title, body, next_step)"
                        + " from atelier_notification"))
                .containsExactly("gate_failed|DEM12|1|DEM12: a file is loaded, but failed the quality gate|"
                        + "DEM12 (PVC)/20250601.LOG: 98 of 120 lines are rejected.|atelier files show 5");
    }

    @Test
    void a_version_is_told_once_however_often_it_is_loaded_and_however_long_it_lasts() throws Exception {
        loaded(1, "a");
        bureau.good(2, "machine-logs");
        bureau.look();
        bureau.later("3 days");
        loaded(3, "a");
        assertThat(bureau.titles()).hasSize(1);
        assertThat(bureau.column("select open from atelier_notification")).containsExactly("t");

        loaded(4, "b");
        assertThat(bureau.titles()).hasSize(2);
        assertThat(bureau.column("select open from atelier_notification order by id"))
                .containsExactly("f", "t");
    }

    @Test
    void it_is_over_when_the_file_passes_and_not_told_again_when_the_same_version_fails_later() throws Exception {
        loaded(1, "a");
        bureau.execute("update fichier_log set controle = null");
        bureau.look();
        assertThat(bureau.column("select open from atelier_notification")).containsExactly("f");
        loaded(2, "a");
        assertThat(bureau.titles()).hasSize(1);
    }

    @Test
    void a_run_that_only_failed_the_gate_ends_what_was_wrong_before_and_is_no_failure() throws Exception {
        bureau.failed(1, "machine-logs", "unreachable");
        bureau.look();
        loaded(2, "a");
        assertThat(bureau.column("select kind || ': ' || body from atelier_notification order by id"))
                .containsExactly(
                        "run_failed: ftp.example.org port 21 does not answer.",
                        "good_again: It loaded all there was. Of its files, 1 failed the quality gate.",
                        "gate_failed: DEM12 (PVC)/20250601.LOG: 98 of 120 lines are rejected.");
    }

    @Test
    void a_job_whose_runs_only_fail_the_gate_is_not_silent() throws Exception {
        loaded(1, "a");
        bureau.later("119 minutes");
        bureau.look();
        assertThat(bureau.column("select kind from atelier_notification")).containsExactly("gate_failed");
        bureau.later("2 minutes");
        bureau.look();
        assertThat(bureau.column("select kind from atelier_notification order by id"))
                .containsExactly("gate_failed", "job_silent");
    }

    @Test
    void what_a_dead_run_has_loaded_is_told_too() throws Exception {
        bureau.run(1, "machine-logs", "FAILED", "null::int, 'died', 'its process died'");
        bureau.execute("""
                with file as (
                  insert into fichier_source (job, source, centre_usinage_id, chemin, etat, sha256, job_execution_id)
                  values ('machine-logs', 'ftp://h/', 1, 'x.LOG', 'loaded', repeat('a', 64), 1) returning id)
                insert into fichier_log (fichier_id, controle) select id, 'it has events of tomorrow' from file""");
        bureau.look();
        assertThat(bureau.column("select kind from atelier_notification order by id"))
                .containsExactly("run_recovered", "gate_failed");
    }

    @Test
    void a_centre_without_usual_days_is_told_when_its_last_session_is_too_old_and_when_it_is_back() throws Exception {
        String session = "insert into session_production (centre_usinage_id, date_production) select 1, today - %d from"
                + " (select (now() at time zone 'Europe/Paris')::date as today) plant";
        bureau.execute(session.formatted(70));
        bureau.execute(session.formatted(10));
        bureau.look();
        bureau.look();
        assertThat(bureau.column("select kind || ' ' || body from atelier_notification"))
                .containsExactly("centre_silent That is too old, though no day is missing on which it usually works.");
        bureau.execute("delete from session_production");
        bureau.look();
        assertThat(bureau.titles()).as("nothing was heard of it").hasSize(1);
    }

    @Test
    void a_session_of_the_future_does_not_end_a_silence() throws Exception {
        String sessions = "insert into session_production (centre_usinage_id, date_production) select 1, today + n from"
                + " generate_series(%d, %d) n, (select (now() at time zone 'Europe/Paris')::date as today) plant";
        bureau.execute(sessions.formatted(-30, -5));
        bureau.look();
        bureau.execute(sessions.formatted(1, 2));
        bureau.look();
        assertThat(bureau.column("select kind from atelier_notification")).containsExactly("centre_silent");
    }
}
