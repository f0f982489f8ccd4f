package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.erp.ErpSchema;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.atelier.run.TypedStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables follow the ERP: what a second run finds changed, and nothing else, is written. */
class SynchronisationTest {

    private static final String KEYS = "select id, numero_commande, date_synchronisation, xmin"
            + " from commandes_volets_roulants order by numero_commande";

    @TempDir
    private Path directory;

    private MysqlDatabase source;
    private Workshop workshop;
    private Erp erp;

    @BeforeEach
    void open() throws Exception {
        source = MysqlServer.shared().createDatabase();
        // Every run reads: what an unchanged ERP spares is UnchangedSourceTest's matter.
        workshop = new Workshop(source, directory).readAllAfter(Duration.ZERO);
        erp = workshop.erp(ErpSchema.ordinary().widened());
    }

    @AfterEach
    void close() {
        erp.close();
        workshop.close();
        source.close();
    }

    @Test
    void new_changed_and_vanished_orders_are_inserted_updated_and_deleted_and_the_others_not_touched()
            throws Exception {
        for (int i = 1; i <= 5; i++) {
            order(i);
        }
        ok(workshop.run());
        List<String> before = workshop.rows(KEYS);
        erp.execute("update A_Kopf set AufStatus = 'vitrage 2' where ID = 'ID2'");
        erp.execute("update A_Kopf set AufStatus = 'devis' where ID = 'ID3'");
        erp.execute("delete from A_Kopf where ID = 'ID4'");
        order(6);

        RunSummary summary = ok(workshop.run());

        List<String> after = workshop.rows(KEYS);
        assertThat(after).hasSize(4);
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(2)).isEqualTo(before.get(4));
        assertThat(key(after.get(1))).as("a surviving row keeps its id").isEqualTo(key(before.get(1)));
        assertThat(after.get(1)).isNotEqualTo(before.get(1));
        assertThat(summary.figures().get("volets-roulants")).containsEntry("inserted", 1L);
    }

    private static String key(String row) {
        return row.substring(0, row.indexOf('|'));
    }

    @Test
    void the_counts_balance_for_each_profile() throws Exception {
        order(1);
        order(2);
        erp.order("DUP")
                .number(1)
                .type(2)
                .alpha("A")
                .status("vitrage")
                .note("cde Planifiee", "2020-01-01 00:00:00")
                .accessory(1, "SOP9", "");
        erp.order("LONG")
                .number(7)
                .status("vitrage " + "x".repeat(60))
                .note("cde Planifiee", null)
                .accessory(1, "SOP", "");
        erp.order("NONE")
                .number(8)
                .status("vitrage")
                .note("cde Planifi?e", null)
                .accessory(1, "SOP", "");

        RunSummary summary = ok(workshop.run());

        assertThat(summary.figure("orders", "read")).isEqualTo(5);
        assertThat(summary.figures().get("volets-roulants"))
                .containsEntry("filtered", 1L)
                .containsEntry("selected", 4L)
                .containsEntry("kept", 2L)
                .containsEntry("duplicates", 1L)
                .containsEntry("rejected", 1L)
                .containsEntry("inserted", 2L);
        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(workshop.rows("select cible, id_commande, numero_commande, colonne, motif from commande_rejetee"
                        + " order by cible"))
                .containsExactly(
                        "commandes_volets|LONG|7|statut|TOO_LONG", "commandes_volets_roulants|LONG|7|status|TOO_LONG");
    }

    @Test
    void a_rejected_order_keeps_its_row_which_is_counted_stale() throws Exception {
        order(1);
        order(2);
        ok(workshop.run());
        List<String> before = workshop.state();
        erp.execute("update A_Kopf set AuNummer = null where ID = 'ID1'");
        erp.execute("update A_Logbuch set Datum = null where ID_A_Kopf = 'ID2'");
        erp.execute("update A_Kopf set AuAlpha = 'TOOLONG' where ID = 'ID2'");

        RunSummary summary = ok(workshop.run());

        assertThat(summary.figure("volets-roulants", "stale")).isEqualTo(2);
        assertThat(summary.figure("volets", "stale")).isEqualTo(2);
        assertThat(summary.figure("volets", "deleted")).isZero();
        assertThat(workshop.state()).containsAll(before);
        erp.execute("update A_Kopf set AuNummer = 1 where ID = 'ID1'");
        erp.execute("delete from A_Kopf where ID = 'ID2'");
        ok(workshop.run());
        assertThat(workshop.rows("select id_commande from commandes_volets")).containsExactly("ID1");
        assertThat(workshop.rows("select count(*) from commande_rejetee where job_execution_fin is null"))
                .containsExactly("0");
        assertThat(workshop.rows("select count(*) from commande_rejetee")).containsExactly("4");
    }

    @Test
    void an_emptied_erp_does_not_empty_the_tables_unless_that_is_said() throws Exception {
        for (int i = 1; i <= 30; i++) {
            order(i);
        }
        ok(workshop.run());
        List<String> before = workshop.state();
        erp.execute("delete from A_Logbuch where cast(substr(ID_A_Kopf, 3) as unsigned) > 15");

        assertThat(workshop.preview(null).summary().notes())
                .singleElement()
                .asString()
                .startsWith("a run would stop before it writes: commandes_volets");
        RunReport refused = workshop.run();

        assertThat(refused.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(refused.cause()).contains("15 of 30 rows would be deleted").contains("nothing was written");
        assertThat(TypedStep.of(refused.next())).contains("atelier run orders --max-delete-ratio 100%");
        assertThat(workshop.state()).isEqualTo(before);
        assertThat(workshop.runDeletingUpTo("0.5").ending()).isEqualTo(RunEnding.OK);
        assertThat(workshop.rows("select count(*) from commandes_volets")).containsExactly("15");
    }

    @Test
    void ten_rows_may_always_go_and_one_table_stops_both() throws Exception {
        for (int i = 1; i <= 30; i++) {
            order(i);
        }
        ok(workshop.run());
        erp.execute("delete from A_Kopf where cast(substr(ID, 3) as unsigned) > 20");
        assertThat(ok(workshop.run()).figure("volets", "deleted")).isEqualTo(10);
        erp.execute("update A_Kopf set AufStatus = 'devis' where cast(substr(ID, 3) as unsigned) > 9");

        RunReport refused = workshop.run();

        assertThat(refused.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(refused.cause()).startsWith("commandes_volets_roulants: 11 of 20");
        assertThat(workshop.rows("select count(*) from commandes_volets where statut = 'devis'"))
                .as("the other table's update was not written either")
                .containsExactly("0");
    }

    @Test
    void rows_entered_through_the_api_are_left_alone() throws Exception {
        order(1);
        order(2);
        workshop.sql().useHandle(handle -> {
            handle.execute("insert into commandes_volets_roulants (numero_commande, extension, status, origine)"
                    + " values ('1', 'A', 'by hand', 'api'), ('99', null, 'by hand', 'api')");
            handle.execute(
                    "insert into commandes_volets (id_commande, numero_commande, origine) values ('ID2', 2, 'api')");
        });

        RunSummary summary = ok(workshop.run());

        assertThat(summary.figure("volets-roulants", "conflict")).isEqualTo(1);
        assertThat(summary.figure("volets", "conflict")).isEqualTo(1);
        assertThat(workshop.rows("select numero_commande, status, origine from commandes_volets_roulants order by 1"))
                .containsExactly("1|by hand|api", "2|vitrage|job", "99|by hand|api");
        assertThat(ok(workshop.run()).work()).isZero();
    }

    @Test
    void keys_that_only_differ_in_what_cleaning_takes_out_are_one_order() throws Exception {
        order(1);
        erp.order("ID1\u0001")
                .number(2)
                .status("vitrage")
                .note("cde Planifiee", "2026-01-01 00:00:00")
                .accessory(1, "SOP", "newer");

        RunSummary summary = ok(workshop.run());

        assertThat(workshop.rows("select id_commande, description_accessoire from commandes_volets"))
                .containsExactly("ID1|newer");
        assertThat(summary.figures().get("volets"))
                .containsEntry("selected", 2L)
                .containsEntry("kept", 1L)
                .containsEntry("duplicates", 1L);
    }

    @Test
    void a_dry_run_says_what_a_run_would_do_and_writes_nothing() throws Exception {
        order(1);
        order(2);
        ok(workshop.run());
        erp.execute("delete from A_Kopf where ID = 'ID2'");
        order(3);
        order(4);

        RunSummary forecast = workshop.preview(null).summary();

        assertThat(workshop.rows("select count(*) from batch_job_execution")).containsExactly("1");
        assertThat(workshop.rows("select count(*) from commandes_volets")).containsExactly("2");
        RunSummary done = ok(workshop.run());
        List<String> counted =
                new ArrayList<>(List.of("inserted", "updated", "deleted", "unchanged", "kept", "selected"));
        for (String figure : counted) {
            assertThat(forecast.figure("volets", figure)).as(figure).isEqualTo(done.figure("volets", figure));
        }
        assertThat(workshop.preview(1).rows()).hasSize(1);
    }

    @Test
    void a_pseudonym_is_the_same_in_every_run_with_the_same_key() throws Exception {
        order(1);
        erp.execute("update A_Kopf set Kommission = 'Mme Martin'");
        workshop.protect(Map.of("affaire", Choice.PSEUDONYMISE), "key");
        ok(workshop.run());
        List<String> affair = workshop.rows("select affaire from commandes_volets");

        assertThat(ok(workshop.run()).work()).isZero();

        assertThat(affair.get(0)).matches("[0-9a-f]{64}");
        workshop.protect(Map.of("affaire", Choice.PSEUDONYMISE), "another key");
        assertThat(ok(workshop.run()).figure("volets", "updated")).isEqualTo(1);
        assertThat(workshop.rows("select affaire from commandes_volets")).isNotEqualTo(affair);
    }

    private void order(int number) {
        erp.order("ID" + number)
                .number(number)
                .alpha("A")
                .status("vitrage")
                .note("cde Planifi\u00E9e", "2025-05-28 10:00:00")
                .accessory(1, "SOP1", "Coffre");
    }

    private static RunSummary ok(RunReport report) {
        assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
        return Workshop.summaryOf(report);
    }
}
