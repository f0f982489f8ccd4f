package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.atelier.orders.erase.StoredOrder;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.SelectionLists;
import org.atelier.reject.RejectLimits;
import org.atelier.run.RunEnding;
import org.atelier.run.RunSummary;
import org.atelier.sql.DatabaseSettings;
import org.junit.jupiter.api.Test;

/** An unchanged ERP is read again when something else decides otherwise: settings, people, the tables, or the time. */
class ReadAgainTest extends FourOrders {

    @Test
    void other_settings_read_all_again() throws Exception {
        SelectionLists usual = SelectionLists.USUAL;
        workshop.reads();
        workshop.selection(new SelectionLists(
                usual.plannedNotes(),
                List.of("devis"),
                usual.rollerShutterCodes(),
                usual.shutterCodes(),
                usual.stockOperations()));
        assertThat(workshop.reads().figure("volets-roulants", "deleted")).isEqualTo(4);
        workshop.repeats();
        workshop.selection(usual).tables(TargetTable.SHUTTERS);
        workshop.reads();
        workshop.tables(TargetTable.values());
        assertThat(workshop.reads().figure("volets-roulants", "inserted")).isEqualTo(4);
        workshop.limits(new RejectLimits(5L, new BigDecimal("0.5")));
        workshop.reads();
        workshop.limits(new RejectLimits(5L, new BigDecimal("0.6")));
        workshop.reads();
        workshop.repeats();
    }

    @Test
    void another_protection_or_key_reads_all_again_and_a_dropped_affair_is_no_change() throws Exception {
        workshop.reads();
        workshop.protect(Map.of("affaire", Choice.PSEUDONYMISE), "key");
        workshop.reads();
        workshop.repeats();
        workshop.protect(Map.of("affaire", Choice.PSEUDONYMISE), "another key");
        assertThat(workshop.reads().figure("volets", "updated")).isEqualTo(4);
        erp.execute("update A_Kopf set Kommission = 'another' where ID = 'ID1'");
        workshop.reads();
        workshop.protect(Map.of("affaire", Choice.DROP), "another key");
        workshop.reads();
        erp.execute("update A_Kopf set Kommission = 'a third' where ID = 'ID1'");
        workshop.repeats();
        assertThat(workshop.rows("select regles from lecture_commandes")).noneMatch(rules -> rules.contains("key"));
    }

    @Test
    void an_erased_order_reads_all_again() throws Exception {
        workshop.reads();
        DatabaseSettings database = workshop.databaseSettings();
        try (Connection connection = DriverManager.getConnection(
                database.url(), database.username(), database.password().reveal())) {
            new StoredOrder(connection, "2").erase("somebody");
        }
        assertThat(workshop.reads().figure("volets", "suppressed")).isEqualTo(1);
        assertThat(workshop.repeats().figure("volets", "suppressed")).isEqualTo(1);
    }

    @Test
    void what_was_changed_by_hand_in_a_table_is_put_right() throws Exception {
        workshop.reads();
        List<String> right = workshop.state();
        for (String change : List.of(
                "update commandes_volets set statut = 'by hand' where id_commande = 'ID1'",
                "update commandes_volets_roulants set coffre = null where id_commande = 'ID1'",
                "delete from commandes_volets where id_commande = 'ID1'",
                "delete from commandes_volets_roulants",
                "insert into commandes_volets (id_commande, numero_commande) values ('X', 1)",
                "insert into commandes_volets_roulants (numero_commande) values ('17')")) {
            workshop.sql().useHandle(handle -> handle.execute(change));
            assertThat(workshop.state()).as(change).isNotEqualTo(right);
            assertThat(workshop.reads().work()).as(change).isPositive();
            assertThat(workshop.state()).as(change).isEqualTo(right);
        }
        workshop.repeats();
    }

    @Test
    void stale_rows_stay_and_are_told_and_are_missed_when_they_go() throws Exception {
        workshop.reads();
        erp.execute("update A_Kopf set AuNummer = null where ID = 'ID1'");
        assertThat(workshop.reads().figure("volets", "stale")).isEqualTo(1);
        RunSummary again = workshop.repeats();
        assertThat(again.figures().get("volets"))
                .containsEntry("stale", 1L)
                .containsEntry("unchanged", 3L)
                .containsEntry("rejected", 1L);
        workshop.sql().useHandle(handle -> handle.execute("delete from commandes_volets where id_commande = 'ID1'"));
        assertThat(workshop.reads().figure("volets", "stale")).isZero();
        workshop.repeats();
    }

    @Test
    void as_long_as_rows_of_the_api_are_in_the_way_all_is_read() throws Exception {
        workshop.sql()
                .useHandle(handle -> handle.execute("insert into commandes_volets (id_commande, numero_commande,"
                        + " origine) values ('ID2', 2, 'api')"));
        assertThat(workshop.reads().figure("volets", "conflict")).isEqualTo(1);
        assertThat(workshop.reads().figure("volets", "conflict")).isEqualTo(1);
        workshop.sql().useHandle(handle -> handle.execute("delete from commandes_volets where origine = 'api'"));
        assertThat(workshop.reads().figure("volets", "inserted")).isEqualTo(1);
        workshop.repeats();
    }

    @Test
    void once_a_day_all_is_read_whatever_the_fingerprints_say() throws Exception {
        Clock now = Clock.systemUTC();
        workshop.at(now);
        workshop.reads();
        workshop.at(Clock.offset(now, Duration.ofHours(23)));
        workshop.repeats();
        workshop.at(Clock.offset(now, Duration.ofHours(25)));
        workshop.reads();
        workshop.repeats();
        workshop.at(now);
        workshop.reads();
    }

    @Test
    void how_often_all_is_read_can_be_set_and_zero_is_always() throws Exception {
        workshop.readAllAfter(Duration.ZERO);
        workshop.reads();
        workshop.reads();
        assertThat(workshop.rows("select count(*) from lecture_commandes")).containsExactly("0");
        workshop.readAllAfter(Duration.ofNanos(1));
        workshop.reads();
        workshop.reads();
        workshop.readAllAfter(Duration.ofDays(1));
        workshop.repeats();
    }

    @Test
    void a_run_that_failed_in_between_is_not_what_is_compared_with() throws Exception {
        workshop.reads();
        erp.execute("update A_Kopf set AuNummer = null where ID = 'ID1'");
        workshop.limits(new RejectLimits(0L, null));
        assertThat(workshop.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(workshop.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        erp.execute("update A_Kopf set AuNummer = 1 where ID = 'ID1'");
        workshop.limits(RejectLimits.NONE);
        workshop.repeats();
    }
}
