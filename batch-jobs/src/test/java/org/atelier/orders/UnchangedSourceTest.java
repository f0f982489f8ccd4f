package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.erp.ErpSchema;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.orders.erase.KeptOrder;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.SelectionLists;
import org.atelier.reject.RejectLimits;
import org.atelier.run.DatabaseSettings;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When nothing changed since the last run, its result is repeated without reading the orders; else they are read. */
class UnchangedSourceTest {

    private static final String TARGETS = "select xmin, id_commande, date_synchronisation from commandes_volets"
            + " union all select xmin, id_commande, date_synchronisation from commandes_volets_roulants";

    private static final String FINGERPRINTS =
            "select tetes, operations, notes, accessoires from lecture_commandes order by job_instance_id desc limit 1";

    @TempDir
    private Path directory;

    private MysqlDatabase source;
    private Workshop workshop;
    private Erp erp;

    @BeforeEach
    void open() throws Exception {
        source = MysqlServer.shared().createDatabase();
        workshop = new Workshop(source, directory);
        erp = workshop.erp(ErpSchema.ordinary().widened());
        for (int i = 1; i <= 4; i++) {
            order("ID" + i, i);
        }
    }

    @AfterEach
    void close() {
        erp.close();
        workshop.close();
        source.close();
    }

    private void order(String id, int number) {
        erp.order(id)
                .number(number)
                .alpha("A")
                .status("vitrage")
                .affair("Affaire " + number)
                .note("cde Planifi\u00E9e", "2025-05-28 10:00:00")
                .accessory(1, "SOP1", "Coffre")
                .operation("VR" + number, "Volet");
    }

    private RunSummary reads() throws Exception {
        RunReport report = workshop.run();
        assertThat(workshop.hasRead(report)).as("%s", report).isTrue();
        return Workshop.summaryOf(report);
    }

    private RunSummary repeats() throws Exception {
        RunReport report = workshop.run();
        assertThat(workshop.hasRead(report)).as("%s", report).isFalse();
        return Workshop.summaryOf(report);
    }

    @Test
    void the_result_of_the_last_reading_is_told_again_and_no_row_is_touched() throws Exception {
        order("ID5", 5);
        erp.order("REJECT").number(9).status("vitrage").note("cde Planifiee", "2025-05-28 10:00:00");
        erp.execute("update A_Kopf set AuAlpha = 'TOOLONG' where ID = 'ID2'");
        erp.execute("update A_Kopf set AuftragsTyp = 2, AuNummer = 4 where ID = 'ID5'");
        RunSummary first = reads();
        List<String> before = workshop.rows(TARGETS);

        RunSummary second = repeats();

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
        assertThat(repeats().notes()).contains(second.notes().get(0));
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
        reads();
        try (FaultProxy proxy = FaultProxy.of(workshop.sourcePort())) {
            workshop.sourcePort(proxy.port());
            reads();
            proxy.cutAfter(FaultProxy.Side.SERVER, 100_000);
            repeats();
            assertThat(proxy.cuts()).isZero();
            erp.execute("update A_Kopf set AufStatus = 'devis' where ID = 'ID1'");
            reads();
            assertThat(proxy.cuts()).as("the same cut, where all is read").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_run_that_met_one_changed_table_leaves_the_fingerprints_of_all_four(ChangedTable table) throws Exception {
        reads();
        erp.execute(table.change);
        reads();
        List<String> kept = workshop.rows(FINGERPRINTS);
        repeats();
        assertThat(workshop.rows(FINGERPRINTS)).isEqualTo(kept);
        try (Workshop other = new Workshop(source, directory)) {
            other.run();
            assertThat(other.rows(FINGERPRINTS)).isEqualTo(kept);
        }
    }

    private enum ChangedTable {
        HEADS("update A_Kopf set AufStatus = 'devis' where ID = 'ID1'"),
        OPERATIONS("update A_Vorgang set Bezeichnung = 'devis' where ID_A_Kopf = 'ID1'"),
        NOTES("update A_Logbuch set Notiz = 'devis' where ID_A_Kopf = 'ID1'"),
        ACCESSORIES("update P_Zubeh set Text = 'devis' where ID_A_Kopf = 'ID1'");

        private final String change;

        ChangedTable(String change) {
            this.change = change;
        }
    }

    @Test
    void an_erp_without_any_order_is_not_read_twice_either() throws Exception {
        erp.execute("delete from A_Kopf");
        erp.execute("delete from A_Logbuch");
        assertThat(reads().empty()).isTrue();
        assertThat(repeats().empty()).isTrue();
    }

    @Test
    void other_settings_read_all_again() throws Exception {
        SelectionLists usual = SelectionLists.USUAL;
        reads();
        workshop.selection(new SelectionLists(
                usual.plannedNotes(),
                List.of("devis"),
                usual.rollerShutterCodes(),
                usual.shutterCodes(),
                usual.stockOperations()));
        assertThat(reads().figure("volets-roulants", "deleted")).isEqualTo(4);
        repeats();
        workshop.selection(usual).tables(TargetTable.SHUTTERS);
        reads();
        workshop.tables(TargetTable.values());
        assertThat(reads().figure("volets-roulants", "inserted")).isEqualTo(4);
        workshop.limits(new RejectLimits(5L, new BigDecimal("0.5")));
        reads();
        workshop.limits(new RejectLimits(5L, new BigDecimal("0.6")));
        reads();
        repeats();
    }

    @Test
    void another_protection_or_key_reads_all_again_and_a_dropped_affair_is_no_change() throws Exception {
        reads();
        workshop.protect(Map.of("affaire", Choice.PSEUDONYMISE), "key");
        reads();
        repeats();
        workshop.protect(Map.of("affaire", Choice.PSEUDONYMISE), "another key");
        assertThat(reads().figure("volets", "updated")).isEqualTo(4);
        erp.execute("update A_Kopf set Kommission = 'another' where ID = 'ID1'");
        reads();
        workshop.protect(Map.of("affaire", Choice.DROP), "another key");
        reads();
        erp.execute("update A_Kopf set Kommission = 'a third' where ID = 'ID1'");
        repeats();
        assertThat(workshop.rows("select regles from lecture_commandes")).noneMatch(rules -> rules.contains("key"));
    }

    @Test
    void an_erased_order_reads_all_again() throws Exception {
        reads();
        DatabaseSettings database = workshop.databaseSettings();
        try (Connection connection = DriverManager.getConnection(
                database.url(), database.username(), database.password().reveal())) {
            new KeptOrder(connection, "2").erase("somebody");
        }
        assertThat(reads().figure("volets", "suppressed")).isEqualTo(1);
        assertThat(repeats().figure("volets", "suppressed")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update commandes_volets set statut = 'by hand' where id_commande = 'ID1'",
                "update commandes_volets_roulants set coffre = null where id_commande = 'ID1'",
                "delete from commandes_volets where id_commande = 'ID1'",
                "delete from commandes_volets_roulants",
                "insert into commandes_volets (id_commande, numero_commande) values ('X', 1)",
                "insert into commandes_volets_roulants (numero_commande) values ('17')",
            })
    void what_was_changed_by_hand_in_a_table_is_put_right(String change) throws Exception {
        reads();
        List<String> right = workshop.state();
        workshop.sql().useHandle(handle -> handle.execute(change));
        assertThat(workshop.state()).isNotEqualTo(right);

        assertThat(reads().work()).isPositive();

        assertThat(workshop.state()).isEqualTo(right);
        repeats();
    }

    @Test
    void stale_rows_stay_and_are_told_and_are_missed_when_they_go() throws Exception {
        reads();
        erp.execute("update A_Kopf set AuNummer = null where ID = 'ID1'");
        assertThat(reads().figure("volets", "stale")).isEqualTo(1);
        RunSummary again = repeats();
        assertThat(again.figures().get("volets"))
                .containsEntry("stale", 1L)
                .containsEntry("unchanged", 3L)
                .containsEntry("rejected", 1L);
        workshop.sql().useHandle(handle -> handle.execute("delete from commandes_volets where id_commande = 'ID1'"));
        assertThat(reads().figure("volets", "stale")).isZero();
        repeats();
    }

    @Test
    void keys_that_cleaning_makes_one_are_repeated_as_one() throws Exception {
        order("ID1\u0001", 7);
        RunSummary first = reads();
        assertThat(repeats().figure("volets", "duplicates"))
                .isEqualTo(first.figure("volets", "duplicates"))
                .isEqualTo(1);
    }

    @Test
    void as_long_as_rows_of_the_api_are_in_the_way_all_is_read() throws Exception {
        workshop.sql()
                .useHandle(handle -> handle.execute("insert into commandes_volets (id_commande, numero_commande,"
                        + " origine) values ('ID2', 2, 'api')"));
        assertThat(reads().figure("volets", "conflict")).isEqualTo(1);
        assertThat(reads().figure("volets", "conflict")).isEqualTo(1);
        workshop.sql().useHandle(handle -> handle.execute("delete from commandes_volets where origine = 'api'"));
        assertThat(reads().figure("volets", "inserted")).isEqualTo(1);
        repeats();
    }

    @Test
    void once_a_day_all_is_read_whatever_the_fingerprints_say() throws Exception {
        Clock now = Clock.systemUTC();
        workshop.at(now);
        reads();
        workshop.at(Clock.offset(now, Duration.ofHours(23)));
        repeats();
        workshop.at(Clock.offset(now, Duration.ofHours(25)));
        reads();
        repeats();
        workshop.at(now);
        reads();
    }

    @Test
    void how_often_all_is_read_can_be_set_and_zero_is_always() throws Exception {
        workshop.readAllAfter(Duration.ZERO);
        reads();
        reads();
        assertThat(workshop.rows("select count(*) from lecture_commandes")).containsExactly("0");
        workshop.readAllAfter(Duration.ofNanos(1));
        reads();
        reads();
        workshop.readAllAfter(Duration.ofDays(1));
        repeats();
    }

    @Test
    void a_run_that_failed_in_between_is_not_what_is_compared_with() throws Exception {
        reads();
        erp.execute("update A_Kopf set AuNummer = null where ID = 'ID1'");
        workshop.limits(new RejectLimits(0L, null));
        assertThat(workshop.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(workshop.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        erp.execute("update A_Kopf set AuNummer = 1 where ID = 'ID1'");
        workshop.limits(RejectLimits.NONE);
        repeats();
    }

    @Test
    void a_run_that_was_cut_off_from_its_database_while_it_repeats_goes_on() throws Exception {
        reads();
        List<String> before = workshop.rows(TARGETS);
        try (FaultProxy proxy = FaultProxy.of(workshop.databasePort())) {
            workshop.databasePort(proxy.port());
            proxy.cutAt(FaultProxy.Side.CLIENT, "update plan_commandes set date_fusion");
            assertThat(workshop.run().ending()).isIn(RunEnding.OK, RunEnding.UNREACHABLE);
            assertThat(proxy.cuts()).isEqualTo(1);
        }
        workshop.directly();
        repeats();
        assertThat(workshop.rows(TARGETS)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A_Kopf", "A_Logbuch", "P_Zubeh", "A_Vorgang"})
    void tables_outside_of_the_snapshot_are_compared_as_well(String table) throws Exception {
        // Its keys are shorter.
        erp.execute("alter table A_Vorgang modify Nummer varchar(15) not null");
        erp.execute("alter table A_Kopf modify AuAlpha varchar(5)");
        erp.execute("alter table " + table + " engine = MyISAM");
        reads();
        repeats();
        erp.execute("update A_Logbuch set Notiz = 'devis' where ID_A_Kopf = 'ID1'");
        assertThat(reads().figure("volets", "deleted")).isEqualTo(1);
        repeats();
    }
}
