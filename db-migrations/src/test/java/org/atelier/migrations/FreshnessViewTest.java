package org.atelier.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** Silence by the weekdays on which a centre usually works. The day does not change within a transaction. */
class FreshnessViewTest {

    private static final String TODAY = "(now() at time zone 'Europe/Paris')::date";

    /** Sessions of ten weeks up to some days ago, on the given weekdays of it. */
    private static String[] worked(int daysAgo, String weekdays) {
        return new String[] {
            "insert into centre_usinage (id, nom, type_cu) values (7, 'DEM12', 'PVC')",
            "insert into session_production (centre_usinage_id, date_production) select 7, d::date from generate_series("
                    + TODAY + " - 70, " + TODAY + " - " + daysAgo
                    + ", interval '1 day') as d where extract(isodow from d)"
                    + " in (" + weekdays + ")",
        };
    }

    private static String state(String columns) {
        return "select " + columns + " from v_fraicheur where centre = 'DEM12'";
    }

    private static Connection transaction(String... statements) throws Exception {
        Connection c = Databases.current();
        c.setAutoCommit(false);
        Databases.run(c, statements);
        return c;
    }

    @Test
    void a_centre_that_worked_yesterday_is_not_silent() throws Exception {
        try (Connection c = transaction(worked(1, "1,2,3,4,5,6,7"))) {
            assertThat(Databases.rows(c, state("silence, jours_manques, jours_habituels, attendu_depuis")))
                    .containsExactly("f|0|{1,2,3,4,5,6,7}|");
        }
    }

    @Test
    void today_is_not_missing_before_it_is_over() throws Exception {
        try (Connection c = transaction(worked(2, "1,2,3,4,5,6,7"))) {
            assertThat(Databases.rows(c, state("silence, jours_manques, attendu_depuis = " + TODAY + " - 1")))
                    .containsExactly("t|1|t");
        }
    }

    @Test
    void days_on_which_it_never_works_are_not_missing() throws Exception {
        String yesterday = "extract(isodow from " + TODAY + " - 1)";
        String before = "extract(isodow from " + TODAY + " - 2)";
        try (Connection c = transaction(worked(3, "1,2,3,4,5,6,7"))) {
            Databases.run(
                    c,
                    "delete from session_production where extract(isodow from date_production) in (" + yesterday + ", "
                            + before + ")");
            assertThat(Databases.rows(c, state("silence, jours_manques"))).containsExactly("f|0");
        }
    }

    @Test
    void days_on_which_it_works_now_and_then_are_not_missing() throws Exception {
        try (Connection c = transaction(worked(2, "1,2,3,4,5,6,7"))) {
            Databases.run(
                    c,
                    "delete from session_production where date_production in (" + TODAY + " - 8, " + TODAY + " - 22, "
                            + TODAY + " - 36)");
            assertThat(Databases.rows(c, state("silence, jours_manques"))).containsExactly("f|0");
        }
    }

    @Test
    void a_centre_out_of_use_is_never_silent_and_one_without_sessions_neither() throws Exception {
        try (Connection c = transaction(worked(5, "1,2,3,4,5,6,7"))) {
            Databases.run(
                    c,
                    "update centre_usinage set actif = false",
                    "insert into centre_usinage (nom, type_cu) values ('SU12', 'HYBRIDE')");
            assertThat(Databases.rows(
                            c,
                            "select centre, silence, jours_manques, dernier_jour is null from v_fraicheur"
                                    + " order by centre"))
                    .containsExactly("DEM12|f|4|f", "SU12|f|0|t");
        }
    }

    @Test
    void what_was_last_sent_and_seen_comes_from_the_ledger() throws Exception {
        try (Connection c = transaction(worked(1, "1,2,3,4,5,6,7"))) {
            Databases.run(
                    c,
                    "insert into fichier_source (job, source, centre_usinage_id, chemin, date_fichier, date_fichier_vue,"
                            + " derniere_vue) values ('machine-logs', 's', 7, 'a', '2025-05-01 10:00+00', '2025-05-01 12:00+00',"
                            + " '2025-05-02 00:00+00'), ('machine-logs', 's', 7, 'b', '2025-05-01 11:00+00', null, null)");
            assertThat(Databases.rows(
                            c,
                            state("dernier_envoi = '2025-05-01 12:00+00', derniere_lecture = '2025-05-02 00:00+00'")))
                    .containsExactly("t|t");
        }
    }

    @Test
    void a_session_of_the_future_is_not_counted() throws Exception {
        try (Connection c = transaction(worked(5, "1,2,3,4,5,6,7"))) {
            Databases.run(
                    c,
                    "insert into session_production (centre_usinage_id, date_production) values (7, " + TODAY
                            + " + 1), (7, " + TODAY + " + 400)",
                    "insert into fichier_source (job, source, centre_usinage_id, chemin, date_fichier) values"
                            + " ('machine-logs', 's', 7, 'a', now() + interval '1 day'), ('machine-logs', 's', 7, 'b', '2025-05-01 11:00+00')");
            assertThat(Databases.rows(
                            c,
                            state("etat, silence, jours_manques, dernier_jour = " + TODAY
                                    + " - 5, dernier_envoi = '2025-05-01 11:00+00'")))
                    .containsExactly("silent|t|4|t|t");
        }
    }

    @Test
    void a_centre_whose_sessions_all_lie_in_the_future_is_unknown() throws Exception {
        try (Connection c = transaction(
                "insert into centre_usinage (id, nom, type_cu) values (7, 'DEM12', 'PVC')",
                "insert into session_production (centre_usinage_id, date_production) values (7, " + TODAY + " + 1)")) {
            assertThat(Databases.rows(c, state("etat, silence, dernier_jour is null")))
                    .containsExactly("unknown|f|t");
        }
    }

    @Test
    void a_session_of_today_counts() throws Exception {
        try (Connection c = transaction(
                "insert into centre_usinage (id, nom, type_cu) values (7, 'DEM12', 'PVC')",
                "insert into session_production (centre_usinage_id, date_production) values (7, " + TODAY + ")")) {
            assertThat(Databases.rows(c, state("etat, dernier_jour = " + TODAY)))
                    .containsExactly("ok|t");
        }
    }

    /** So seldom that no weekday is usual. */
    private static String[] workedSeldom(int daysAgo) {
        return new String[] {
            "insert into centre_usinage (id, nom, type_cu) values (7, 'DEM12', 'PVC')",
            "insert into session_production (centre_usinage_id, date_production) values (7, " + TODAY + " - " + daysAgo
                    + "), (7, " + TODAY + " - " + daysAgo + " - 56)",
        };
    }

    @Test
    void beyond_a_certain_age_nothing_is_ok() throws Exception {
        try (Connection c = transaction(workedSeldom(7))) {
            assertThat(Databases.rows(c, state("etat, jours_habituels"))).containsExactly("ok|{}");
        }
        try (Connection c = transaction(workedSeldom(8))) {
            assertThat(Databases.rows(c, state("etat, silence"))).containsExactly("unknown|f");
            Databases.run(c, "update atelier_plant set age_max = interval '9 days'");
            assertThat(Databases.rows(c, state("etat"))).containsExactly("ok");
            Databases.run(c, "update atelier_plant set age_max = interval '168 hours'");
            assertThat(Databases.rows(c, state("etat"))).containsExactly("unknown");
            Databases.run(c, "update centre_usinage set actif = false");
            assertThat(Databases.rows(c, state("etat"))).containsExactly("ok");
        }
    }

    @Test
    void a_usual_day_that_is_missing_is_silence_however_old() throws Exception {
        try (Connection c = transaction(worked(30, "1,2,3,4,5"))) {
            assertThat(Databases.rows(c, state("etat, silence"))).containsExactly("silent|t");
        }
    }
}
