package org.atelier.observe.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found to be told in what is recorded. */
class FindNewsTest {

    /** The day it is in the workshop: late in the evening not the one it is in UTC. */
    private static final String TODAY = "(select (now() at time zone 'Europe/Paris')::date as today) plant";

    private static Bureau bureau;

    @BeforeAll
    static void open() throws Exception {
        bureau = Bureau.open();
    }

    @BeforeEach
    void clear() throws SQLException {
        bureau.clear();
    }

    @AfterAll
    static void close() throws SQLException {
        bureau.close();
    }

    private void look() throws SQLException {
        bureau.look();
    }

    @Test
    void the_same_failure_is_told_once_until_the_job_is_good_again() throws Exception {
        bureau.failed(1, "machine-logs", "unreachable");
        look();
        bureau.failed(2, "machine-logs", "unreachable");
        look();
        look();
        assertThat(bureau.titles()).containsExactly("machine-logs failed: run 1, exit code 7");

        bureau.good(3, "machine-logs");
        look();
        bureau.good(4, "machine-logs");
        look();
        assertThat(bureau.titles()).hasSize(2).last().isEqualTo("machine-logs is good again: run 3");

        bureau.failed(5, "machine-logs", "unreachable");
        look();
        assertThat(bureau.titles()).hasSize(3).last().isEqualTo("machine-logs failed: run 5, exit code 7");
    }

    @Test
    void another_kind_of_failure_or_another_job_is_told_of_its_own() throws Exception {
        bureau.failed(1, "machine-logs", "unreachable");
        look();
        bureau.failed(2, "machine-logs", "disk");
        bureau.failed(3, "orders", "unreachable");
        look();
        assertThat(bureau.titles())
                .containsExactly(
                        "machine-logs failed: run 1, exit code 7",
                        "machine-logs failed: run 2, exit code 7",
                        "orders failed: run 3, exit code 7");
        bureau.good(4, "machine-logs");
        look();
        assertThat(bureau.column("select trouble from atelier_notification where open"))
                .containsExactly("failed/orders/7/unreachable");
    }

    @Test
    void a_failure_says_why_and_what_to_type() throws Exception {
        bureau.failed(1, "machine-logs", "unreachable");
        look();
        assertThat(bureau.column("select body || '|' || next_step from atelier_notification"))
                .containsExactly("ftp.example.org port 21 does not answer.|atelier logs 1; then: atelier restart 1");
    }

    @Test
    void a_failure_that_lasts_is_told_again_after_a_day_with_its_first_time() throws Exception {
        bureau.failed(1, "machine-logs", "unreachable");
        look();
        bureau.later("23 hours");
        bureau.failed(2, "machine-logs", "unreachable");
        look();
        assertThat(bureau.titles()).hasSize(1);
        bureau.later("2 hours");
        bureau.failed(3, "machine-logs", "unreachable");
        look();
        assertThat(bureau.titles()).hasSize(2).last().isEqualTo("Still: machine-logs failed: run 3, exit code 7");
        assertThat(bureau.column("select made_at - since > interval '24 hours' from atelier_notification where open"))
                .containsExactly("t");
    }

    @Test
    void a_failure_that_passed_before_anybody_looked_is_not_told() throws Exception {
        bureau.failed(1, "machine-logs", "database");
        bureau.good(2, "machine-logs");
        look();
        assertThat(bureau.titles()).isEmpty();
    }

    @Test
    void a_run_that_died_is_told_even_when_the_next_went_well() throws Exception {
        bureau.run(1, "machine-logs", "FAILED", "null::int, 'died', 'its process died'");
        bureau.good(2, "machine-logs");
        look();
        assertThat(bureau.titles()).containsExactly("Run 1 of machine-logs was not ended and was taken over");
        bureau.run(3, "machine-logs", "FAILED", "null::int, 'died', 'its process died'");
        look();
        bureau.run(4, "machine-logs", "FAILED", "null::int, 'died', 'its process died'");
        look();
        assertThat(bureau.titles()).hasSize(2);
    }

    @Test
    void a_run_at_its_reject_limit_is_told_as_such() throws Exception {
        bureau.run(
                1,
                "orders",
                "FAILED",
                "8, 'reject_limit', '12 of 40 orders are rejected, over the limit of 10 orders'");
        look();
        assertThat(bureau.column("select concat_ws('|', kind, title, body, next_step) from atelier_notification"))
                .containsExactly("reject_limit|orders stopped at its reject limit: run 1|12 of 40 orders are rejected,"
                        + " over the limit of 10 orders.|atelier preview orders; then: atelier restart 1");
    }

    @Test
    void a_run_that_was_stopped_is_neither_good_nor_bad() throws Exception {
        bureau.run(1, "machine-logs", "STOPPED", "9, null, null");
        look();
        assertThat(bureau.titles()).isEmpty();
        bureau.failed(2, "machine-logs", "disk");
        look();
        bureau.run(3, "machine-logs", "STOPPED", "9, null, null");
        look();
        assertThat(bureau.column("select open from atelier_notification")).containsExactly("t");
    }

    @Test
    void a_run_whose_end_could_not_be_recorded_is_told_after_a_while() throws Exception {
        bureau.run(1, "machine-logs", "FAILED", "null::int, null, null::text");
        look();
        assertThat(bureau.titles()).isEmpty();
        bureau.later("6 minutes");
        look();
        assertThat(bureau.titles()).containsExactly("machine-logs failed: run 1, its end could not be recorded");
    }

    @Test
    void a_run_that_ended_before_there_were_notifications_is_told_to_nobody() throws Exception {
        bureau.failed(1, "machine-logs", "disk");
        bureau.execute("update atelier_run set looked_at = now()");
        look();
        assertThat(bureau.titles()).isEmpty();
    }

    @Test
    void a_job_without_a_good_run_for_longer_than_its_time_is_silent_until_one() throws Exception {
        bureau.good(1, "orders");
        bureau.later("119 minutes");
        look();
        assertThat(bureau.titles()).isEmpty();
        bureau.later("2 minutes");
        look();
        look();
        assertThat(bureau.titles()).hasSize(1);
        assertThat(bureau.titles().get(0)).startsWith("orders had no good run since 20");
        bureau.good(2, "orders");
        look();
        assertThat(bureau.titles()).hasSize(2).last().isEqualTo("orders is good again: run 2");
    }

    @Test
    void a_job_that_is_at_work_is_not_silent() throws Exception {
        bureau.good(1, "orders");
        bureau.later("5 hours");
        bureau.run(2, "orders", "STARTED", "null::int, null, null::text");
        bureau.execute("update atelier_run set heartbeat = now() where job_execution_id = 2");
        look();
        assertThat(bureau.titles()).isEmpty();
        bureau.execute("update atelier_run set heartbeat = now() - interval '3 minutes' where job_execution_id = 2");
        look();
        assertThat(bureau.titles()).hasSize(1);
    }

    @Test
    void a_centre_that_falls_silent_is_told_and_so_is_its_return() throws Exception {
        bureau.execute(
                "insert into centre_usinage (id, nom, type_cu) values (1, 'DEM12', 'PVC'), (2, 'SU12', 'HYBRIDE')");
        bureau.execute("""
                insert into session_production (centre_usinage_id, date_production, heure_premiere_piece,
                        heure_derniere_piece, total_pieces, duree_production_totale, temps_attente,
                        temps_arret_volontaire, temps_production_effectif, taux_occupation, taux_attente,
                        taux_arret_volontaire)
                select c, today - n, today - n, today - n, 1, 1, 0, 0, 1, 100, 0, 0
                  from unnest('{1,2}'::int[]) c, generate_series(c * 2 - 1, 20) n, %s""".formatted(TODAY));
        look();
        look();
        assertThat(bureau.column("select kind || ' ' || centre from atelier_notification"))
                .containsExactly("centre_silent SU12");
        bureau.execute("""
                insert into session_production (centre_usinage_id, date_production, heure_premiere_piece,
                        heure_derniere_piece, total_pieces, duree_production_totale, temps_attente,
                        temps_arret_volontaire, temps_production_effectif, taux_occupation, taux_attente,
                        taux_arret_volontaire)
                select 2, today - n, today - n, today - n, 1, 1, 0, 0, 1, 100, 0, 0
                  from generate_series(0, 2) n, %s""".formatted(TODAY));
        look();
        assertThat(bureau.titles()).hasSize(2).last().isEqualTo("SU12 is heard of again");
    }

    @Test
    void a_login_in_an_address_and_control_characters_never_reach_a_text() throws Exception {
        bureau.run(1, "machine-logs", "FAILED", "7, 'unreachable', E'ftp://me:pass@host/\\u001b[31m is gone'");
        look();
        assertThat(bureau.column("select body from atelier_notification"))
                .containsExactly("ftp://***@host/ [31m is gone.");
    }
}
