package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.erp.ErpOddity;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.TableLook;
import org.atelier.orders.survey.FunnelStep;
import org.atelier.orders.survey.OrdersSurvey;
import org.atelier.orders.survey.SurveyOrders;
import org.atelier.orders.survey.TextEncoding;
import org.atelier.orders.survey.ValueCount;
import org.atelier.orders.survey.ValueCount.Kind;
import org.atelier.run.Progress;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SurveyOrdersTest {

    @TempDir
    private Path directory;

    private static OrdersSurvey survey(Workshop workshop) throws Exception {
        OrdersSettings settings = workshop.settings();
        try (ErpConnection erp = ErpConnection.open(settings.requireSource())) {
            return new SurveyOrders(settings, new Progress()).of(erp, orders -> {});
        }
    }

    private static List<ValueCount> values(OrdersSurvey survey, Kind kind) {
        return survey.values().stream().filter(value -> value.kind() == kind).toList();
    }

    @Test
    void tables_are_shown_by_their_real_names_with_rows_and_engine() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase();
                Workshop workshop = new Workshop(source, directory);
                Erp erp = workshop.erp()) {
            erp.order("A1").note("x", null).accessory(1, "VR1", null).accessory(2, "VR2", null);
            erp.execute("ALTER TABLE A_Vorgang ENGINE=MyISAM");
            assertThat(survey(workshop).tables())
                    .extracting(TableLook::name, TableLook::rows, TableLook::isInSnapshot)
                    .containsExactly(
                            tuple("A_Kopf", 1L, true),
                            tuple("A_Logbuch", 1L, true),
                            tuple("P_Zubeh", 2L, true),
                            tuple("A_Vorgang", 0L, false));
        }
    }

    @Test
    void forms_of_a_note_are_told_apart_and_nothing_else_of_it_is_given_away() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase("utf8mb4_bin");
                Workshop workshop = new Workshop(source, directory);
                Erp erp = workshop.erp()) {
            erp.order("A1")
                    .note("Mme Martin: cde Planifiée, 0612345678", null)
                    .note("cde Planifiée", null)
                    .note("CDE PLANIFIEE", null)
                    .note("M. Müller cde PlanifiÃ©e", null)
                    .note("cde Planifie\u0301e", null)
                    .note("cde Planifi?e Dupont", null)
                    .note("rappeler Dupont", null)
                    .note(null, null);
            OrdersSurvey survey = survey(workshop);
            assertThat(values(survey, Kind.NOTE))
                    .extracting(
                            ValueCount::value,
                            ValueCount::rows,
                            ValueCount::encoding,
                            v -> v.selectedBy().size())
                    .containsExactlyInAnyOrder(
                            tuple("cde Planifiée", 2L, TextEncoding.ACCENTS, 2),
                            tuple("CDE PLANIFIEE", 1L, TextEncoding.PLAIN, 2),
                            tuple("cde PlanifiÃ©e", 1L, TextEncoding.DOUBLE_ENCODED, 2),
                            tuple("cde Planifie\u0301e", 1L, TextEncoding.DECOMPOSED, 2),
                            tuple("cde Planifi?e", 1L, TextEncoding.LOST_LETTERS, 0));
            assertThat(survey.toString())
                    .doesNotContain("Martin")
                    .doesNotContain("0612345678")
                    .doesNotContain("ller")
                    .doesNotContain("Dupont");
        }
    }

    /** A time that grows with the square of a note's length would be days. */
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void notes_of_megabytes_are_surveyed_in_the_time_that_a_run_takes() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase();
                Workshop workshop = new Workshop(source, directory);
                Erp erp = workshop.erp()) {
            erp.execute("alter table A_Logbuch modify Notiz mediumtext character set utf8mb4");
            erp.order("A1").note("x", null).note("y", null).note("z", null).note("?", null);
            erp.execute("update A_Logbuch set Notiz = concat(repeat('a', 3000000), 'cde Planifiée') where Notiz = 'x'");
            erp.execute(
                    "update A_Logbuch set Notiz = concat(repeat('Ãé', 1000000), 'cde Planifiée') where Notiz = 'y'");
            erp.execute("update A_Logbuch set Notiz = concat('e', repeat('\u0301\u0323', 500000), ' cde Planifiée')"
                    + " where Notiz = 'z'");
            erp.execute("update A_Logbuch set Notiz = repeat('cde Planifi????', 100000) where Notiz = '?'");
            Progress progress = new Progress();
            OrdersSettings settings = workshop.settings();
            try (ErpConnection connection = ErpConnection.open(settings.requireSource())) {
                OrdersSurvey survey = new SurveyOrders(settings, progress).of(connection, orders -> {});

                assertThat(values(survey, Kind.NOTE))
                        .extracting(ValueCount::value, ValueCount::rows)
                        .containsExactly(tuple("cde Planifiée", 3L));
            }
            assertThat(progress.look().done())
                    .isEqualTo(progress.look().total())
                    .isPositive();
        }
    }

    @Test
    void statuses_and_beginnings_of_codes_are_counted_with_who_selects_them() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase();
                Workshop workshop = new Workshop(source, directory);
                Erp erp = workshop.erp()) {
            erp.order("A1").status("Planifiée").accessory(1, "SOP 1", null).accessory(2, "S P 22", null);
            erp.order("A2").status("Planifiée").accessory(1, "SOP 2", null).accessory(2, "VR", null);
            erp.order("A3").status("devis").accessory(1, "XY9", null).accessory(2, "S TAC", null);
            erp.order("A4").status("lan\u0007cer en prod");
            erp.order("A5");
            OrdersSurvey survey = survey(workshop);
            List<String> both = List.of("volets-roulants", "volets");
            List<String> shutters = List.of("volets");
            assertThat(values(survey, Kind.STATUS))
                    .extracting(ValueCount::value, ValueCount::rows, ValueCount::encoding, ValueCount::selectedBy)
                    .containsExactlyInAnyOrder(
                            tuple("Planifiée", 2L, TextEncoding.ACCENTS, both),
                            tuple("devis", 1L, TextEncoding.PLAIN, shutters),
                            tuple("lan\u0007cer en prod", 1L, TextEncoding.CONTROL_CHARACTERS, both),
                            tuple(null, 1L, TextEncoding.PLAIN, shutters));
            assertThat(values(survey, Kind.CODE))
                    .extracting(ValueCount::value, ValueCount::rows, ValueCount::selectedBy)
                    .containsExactlyInAnyOrder(
                            tuple("SOP ", 2L, both),
                            tuple("S P ", 1L, both),
                            tuple("VR", 1L, shutters),
                            tuple("XY", 1L, List.of()),
                            tuple("S TAC", 1L, List.of()));
        }
    }

    @Test
    void the_funnel_ends_with_the_figures_of_a_run() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase();
                Workshop workshop = new Workshop(source, directory)) {
            ErpData.seeded(3)
                    .orders(600)
                    .with(ErpOddity.NOTE_FORMS, ErpOddity.STATUS_FORMS, ErpOddity.CODE_FORMS, ErpOddity.MANY_ROWS)
                    .loadInto(source);
            List<FunnelStep> funnel = survey(workshop).funnel();
            RunSummary summary = Workshop.summaryOf(workshop.run());
            assertThat(funnel.get(0).orders()).isEqualTo(600);
            for (String profile : List.of("volets-roulants", "volets")) {
                List<FunnelStep> steps = funnel.stream()
                        .filter(step -> step.profile().equals(profile))
                        .toList();
                FunnelStep last = steps.get(steps.size() - 1);
                assertThat(last.orders()).isPositive().isEqualTo(summary.figure(profile, "selected"));
                assertThat(last.rows()).isEqualTo(summary.figure(profile, "joined_rows"));
            }
            assertThat(funnel).extracting(FunnelStep::orders).allMatch(orders -> orders > 0);
        }
    }

    @Test
    void rare_values_beyond_fifty_are_told_as_left_out() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase();
                Workshop workshop = new Workshop(source, directory);
                Erp erp = workshop.erp()) {
            for (int i = 0; i < 60; i++) {
                erp.order("A" + i).status("S" + i);
            }
            OrdersSurvey survey = survey(workshop);
            assertThat(values(survey, Kind.STATUS)).hasSize(50);
            assertThat(survey.leftOut()).containsExactly("status: 10 rarer values are not shown");
        }
    }
}
