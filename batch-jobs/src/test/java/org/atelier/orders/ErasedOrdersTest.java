package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.erp.ErpSchema;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.orders.erase.OrderRecord;
import org.atelier.orders.erase.StoredOrder;
import org.atelier.orders.erase.StoredOrder.Export;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.atelier.sql.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person had erased does not come back, whatever the ERP still says. */
class ErasedOrdersTest {

    private static final String NUMBERS = "select numero_commande from commandes_volets_roulants order by 1";

    @TempDir
    private Path directory;

    private MysqlDatabase source;
    private Workshop workshop;
    private Erp erp;

    @BeforeEach
    void open() throws Exception {
        source = MysqlServer.shared().createDatabase();
        workshop = new Workshop(source, directory).readAllAfter(Duration.ZERO);
        erp = workshop.erp(ErpSchema.ordinary().widened());
    }

    @AfterEach
    void close() {
        erp.close();
        workshop.close();
        source.close();
    }

    private void orders(int count) {
        for (int i = 1; i <= count; i++) {
            erp.order("ID" + i)
                    .number(i)
                    .alpha("A")
                    .status("vitrage")
                    .affair("Maison " + i)
                    .note("cde Planifi\u00E9e", "2025-05-28 10:00:00")
                    .accessory(1, "SOP1", "Coffre");
        }
    }

    private static RunSummary ok(RunReport report) {
        assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
        return Workshop.summaryOf(report);
    }

    private Connection connect() throws SQLException {
        DatabaseSettings database = workshop.databaseSettings();
        return DriverManager.getConnection(
                database.url(), database.username(), database.password().reveal());
    }

    private Map<String, Long> erase(String number) throws SQLException {
        try (Connection connection = connect()) {
            return new StoredOrder(connection, number).erase("somebody");
        }
    }

    private Export export(String number) throws SQLException {
        try (Connection connection = connect()) {
            return new StoredOrder(connection, number).export("somebody");
        }
    }

    @Test
    void an_erased_order_stays_away_and_the_counts_balance() throws Exception {
        orders(3);
        ok(workshop.run());
        assertThat(erase("2"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("commandes_volets_roulants", 1L, "commandes_volets", 1L));
        assertThat(workshop.rows(NUMBERS)).containsExactly("1", "3");

        RunSummary dry = workshop.preview(null).summary();
        RunSummary summary = ok(workshop.run());

        assertThat(workshop.rows(NUMBERS)).containsExactly("1", "3");
        assertThat(workshop.rows("select id_commande from commandes_volets order by 1"))
                .containsExactly("ID1", "ID3");
        for (String profile : List.of("volets", "volets-roulants")) {
            assertThat(summary.figures().get(profile))
                    .containsEntry("selected", 3L)
                    .containsEntry("suppressed", 1L)
                    .containsEntry("kept", 2L)
                    .containsEntry("deleted", 0L)
                    .containsEntry("unchanged", 2L);
            assertThat(dry.figures().get(profile)).isEqualTo(summary.figures().get(profile));
        }
    }

    @Test
    void as_long_as_nothing_was_erased_nothing_is_told_of_it() throws Exception {
        orders(1);
        assertThat(ok(workshop.run()).figures().get("volets")).doesNotContainKey("suppressed");
    }

    @Test
    void erased_orders_are_no_deletions_that_the_guard_counts() throws Exception {
        orders(12);
        ok(workshop.run());
        for (int i = 1; i <= 12; i++) {
            erase(Integer.toString(i));
        }
        assertThat(ok(workshop.run()).figure("volets", "suppressed")).isEqualTo(12);
        assertThat(workshop.rows(NUMBERS)).isEmpty();
    }

    @Test
    void an_order_that_is_renumbered_after_its_erasure_is_known_by_its_key() throws Exception {
        orders(2);
        ok(workshop.run());
        erase("1");
        erp.execute("update A_Kopf set AuNummer = 77 where ID = 'ID1'");
        assertThat(ok(workshop.run()).figure("volets", "suppressed")).isEqualTo(1);
        assertThat(workshop.rows(NUMBERS)).containsExactly("2");
    }

    @Test
    void its_rejects_go_too_and_none_is_kept_again() throws Exception {
        orders(2);
        ok(workshop.run());
        erp.execute("update A_Kopf set AufStatus = concat('vitrage ', repeat('x', 60)) where ID = 'ID1'");
        ok(workshop.run());
        assertThat(workshop.rows("select count(*) from commande_rejetee")).containsExactly("2");
        assertThat(erase("1")).containsEntry("commande_rejetee", 2L);
        erp.execute("update A_Kopf set AuNummer = null where ID = 'ID1'");
        RunSummary summary = ok(workshop.run());
        assertThat(summary.rejected()).isZero();
        assertThat(summary.figure("volets", "suppressed")).isEqualTo(1);
        assertThat(workshop.rows("select count(*) from commande_rejetee")).containsExactly("0");
    }

    @Test
    void rows_that_a_stopped_run_staged_are_found_and_its_restart_does_not_bring_them_back() throws Exception {
        orders(12);
        ok(workshop.run());
        erp.execute("delete from A_Kopf where cast(substr(ID, 3) as unsigned) > 1");
        erp.execute("update A_Kopf set AufStatus = 'vitrage 2' where ID = 'ID1'");
        assertThat(workshop.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(export("1").records())
                .extracting(OrderRecord::table)
                .contains("etape_commandes_volets", "etape_commandes_volets_roulants");
        assertThat(erase("1")).containsEntry("etape_commandes_volets", 1L);
        assertThat(ok(workshop.runDeletingUpTo("1")).figure("volets", "suppressed"))
                .isEqualTo(1);
        assertThat(workshop.rows(NUMBERS)).isEmpty();
    }

    @Test
    void the_export_has_every_column_and_neither_it_nor_the_audit_shows_up_as_a_number() throws Exception {
        orders(1);
        ok(workshop.run());
        assertThat(export("1").records())
                .anySatisfy(record -> assertThat(record.row()).contains("\"affaire\": \"Maison 1\""))
                .extracting(OrderRecord::table)
                .containsExactly("commandes_volets_roulants", "commandes_volets");
        assertThat(export("1").records())
                .extracting(OrderRecord::table)
                .as("the first export is told by the second")
                .containsExactly("commandes_volets_roulants", "commandes_volets", "atelier_audit");
        erase("1");
        assertThat(export("1").erased()).isNotNull();
        assertThat(workshop.rows("select action from atelier_audit order by id"))
                .containsExactly("gdpr export", "gdpr export", "gdpr erase", "gdpr export");
        assertThat(workshop.rows("select count(distinct details ->> 'order'), min(length(details ->> 'order'))"
                        + " from atelier_audit"))
                .containsExactly("1|64");
    }

    @Test
    void an_order_that_is_not_there_leaves_no_trace_of_the_question() throws Exception {
        assertThat(export("5").records()).isEmpty();
        assertThat(export("5").erased()).isNull();
        assertThat(workshop.rows("select count(*) from atelier_audit")).containsExactly("0");
    }
}
