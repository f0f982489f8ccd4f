package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.run.RunEnding;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.Test;

/** When nothing changed since the last run, its result is repeated without reading the orders. */
class UnchangedSourceTest extends FourOrders {

    private static final String TARGETS = "select xmin, id_commande, date_synchronisation from commandes_volets"
            + " union all select xmin, id_commande, date_synchronisation from commandes_volets_roulants";

    private static final String FINGERPRINTS =
            "select tetes, operations, notes, accessoires from lecture_commandes order by job_instance_id desc limit 1";

    @Test
    void the_result_of_the_last_reading_is_told_again_and_no_row_is_touched() throws Exception {
        order("ID5", 5);
        erp.order("REJECT").number(9).status("vitrage").note("cde Planifiee", "2025-05-28 10:00:00");
        erp.execute("update A_Kopf set AuAlpha = 'TOOLONG' where ID = 'ID2'");
        erp.execute("update A_Kopf set AuftragsTyp = 2, AuNummer = 4 where ID = 'ID5'");
        RunSummary first = workshop.reads();
        List<String> before = workshop.rows(TARGETS);

        RunSummary second = workshop.repeats();

        assertThat(workshop.rows(TARGETS)).isEqualTo(before);
        assertThat(second.notes())
                .contains("nothing changed in the ERP since run 1: its orders were not read again")
                .containsAll(first.notes());
        assertThat(second.work()).isZero();
        assertThat(second.rejected()).isEqualTo(first.rejected()).isPositive();
        first.figures().forEach((group, figures) -> {
            Map<String, Long> expected = new HashMap<>(figures);
            expected.computeIfPresent("unchanged", (name, none) -> figures.get("kept"));
            expected.computeIfPresent("inserted", (name, all) -> 0L);
            assertThat(second.figures().get(group)).as(group).containsExactlyInAnyOrderEntriesOf(expected);
        });
        assertThat(workshop.repeats().notes()).contains(second.notes().get(0));
        assertThat(workshop.rows("select distinct job_instance_id, repete from plan_commandes where date_fusion"
                        + " is not null order by 1"))
                .containsExactly("1|null", "2|1", "3|1");
        assertThat(workshop.rows("select count(*) from etape_commandes_volets")).containsExactly("0");
    }

    @Test
    void hardly_anything_passes_from_the_erp_to_a_run_that_repeats() throws Exception {
        erp.execute("update P_Zubeh set Text = repeat('x', 400)");
        for (int i = 10; i < 110; i++) {
            erp.order("ID" + i)
                    .number(i)
                    .note("cde Planifiee " + "x".repeat(1_000), null)
                    .accessory(1, "VR", "");
        }
        workshop.reads();
        try (FaultProxy proxy = FaultProxy.of(workshop.sourcePort())) {
            workshop.sourcePort(proxy.port());
            workshop.reads();
            proxy.cutAfter(FaultProxy.Side.SERVER, 100_000);
            workshop.repeats();
            assertThat(proxy.cuts()).isZero();
            erp.execute("update A_Kopf set AufStatus = 'devis' where ID = 'ID1'");
            workshop.reads();
            assertThat(proxy.cuts()).as("the same cut, where all is read").isEqualTo(1);
        }
    }

    @Test
    void a_run_that_met_one_changed_table_leaves_the_fingerprints_of_all_four() throws Exception {
        workshop.reads();
        for (String change : List.of(
                "update A_Kopf set AufStatus = 'devis' where ID = 'ID1'",
                "update A_Vorgang set Bezeichnung = 'devis' where ID_A_Kopf = 'ID1'",
                "update A_Logbuch set Notiz = 'devis' where ID_A_Kopf = 'ID1'",
                "update P_Zubeh set Text = 'devis' where ID_A_Kopf = 'ID1'")) {
            erp.execute(change);
            workshop.reads();
            List<String> kept = workshop.rows(FINGERPRINTS);
            workshop.repeats();
            assertThat(workshop.rows(FINGERPRINTS)).as(change).isEqualTo(kept);
        }
        List<String> kept = workshop.rows(FINGERPRINTS);
        try (Workshop other = new Workshop(source, directory)) {
            other.run();
            assertThat(other.rows(FINGERPRINTS)).isEqualTo(kept);
        }
    }

    @Test
    void a_run_whose_fingerprints_are_cut_off_is_good_and_the_next_one_reads() throws Exception {
        try (FaultProxy proxy = FaultProxy.of(workshop.sourcePort())) {
            workshop.sourcePort(proxy.port());
            proxy.cutAt(FaultProxy.Side.CLIENT, "md5(");
            assertThat(workshop.reads().figure("volets", "inserted")).isEqualTo(4);
            assertThat(proxy.cuts()).isEqualTo(1);
            assertThat(workshop.rows(FINGERPRINTS)).isEmpty();
            assertThat(workshop.reads().work()).isZero();
            workshop.repeats();
        }
    }

    @Test
    void an_erp_without_any_order_is_not_read_twice_either() throws Exception {
        erp.execute("delete from A_Kopf");
        erp.execute("delete from A_Logbuch");
        assertThat(workshop.reads().empty()).isTrue();
        assertThat(workshop.repeats().empty()).isTrue();
    }

    @Test
    void keys_that_cleaning_makes_one_are_repeated_as_one() throws Exception {
        order("ID1\u0001", 7);
        RunSummary first = workshop.reads();
        assertThat(workshop.repeats().figure("volets", "duplicates"))
                .isEqualTo(first.figure("volets", "duplicates"))
                .isEqualTo(1);
    }

    @Test
    void a_run_that_was_cut_off_from_its_database_while_it_repeats_goes_on() throws Exception {
        workshop.reads();
        List<String> before = workshop.rows(TARGETS);
        try (FaultProxy proxy = FaultProxy.of(workshop.databasePort())) {
            workshop.databasePort(proxy.port());
            proxy.cutAt(FaultProxy.Side.CLIENT, "update plan_commandes set date_fusion");
            assertThat(workshop.run().ending()).isIn(RunEnding.OK, RunEnding.UNREACHABLE);
            assertThat(proxy.cuts()).isEqualTo(1);
        }
        workshop.directly();
        workshop.repeats();
        assertThat(workshop.rows(TARGETS)).isEqualTo(before);
    }

    @Test
    void tables_outside_of_the_snapshot_are_compared_as_well() throws Exception {
        // Its keys are shorter.
        erp.execute("alter table A_Vorgang modify Nummer varchar(15) not null");
        erp.execute("alter table A_Kopf modify AuAlpha varchar(5)");
        workshop.reads();
        int deleted = 0;
        for (String table : List.of("A_Kopf", "A_Logbuch", "P_Zubeh", "A_Vorgang")) {
            erp.execute("alter table " + table + " engine = MyISAM");
            workshop.repeats();
            erp.execute("update A_Logbuch set Notiz = 'devis' where ID_A_Kopf = 'ID" + ++deleted + "'");
            assertThat(workshop.reads().figure("volets", "deleted")).as(table).isEqualTo(1);
            workshop.repeats();
        }
    }
}
