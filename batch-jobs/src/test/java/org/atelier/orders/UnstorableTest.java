package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.survey.OrdersSurvey;
import org.atelier.orders.survey.SurveyOrders;
import org.atelier.reject.RejectLimits;
import org.atelier.run.Progress;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.TypedStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database cannot store is the fault of its order: a reject with its column, while the others load. */
class UnstorableTest extends FourOrders {

    private static final String REJECTS = "select cible, id_commande, numero_commande, colonne, motif, valeur"
            + " from commande_rejetee where job_execution_fin is null order by cible, id_commande";

    private static final String ORDERS = "select id_commande, numero_commande from commandes_volets order by 1";

    @ParameterizedTest
    @ValueSource(strings = {"bigint unsigned", "decimal(30,4)", "double", "varchar(40)"})
    void a_number_beyond_64_bits_rejects_its_order_alone(String type) throws Exception {
        erp.execute("alter table A_Kopf modify AuNummer " + type);
        erp.execute("update A_Kopf set AuNummer = 18446744073709551615 where ID = 'ID4'");

        RunReport report = workshop.run();

        assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
        assertThat(workshop.rows(ORDERS)).containsExactly("ID1|1", "ID2|2", "ID3|3");
        assertThat(workshop.rows(REJECTS))
                .singleElement()
                .asString()
                .startsWith("commandes_volets|ID4|1844674407370955")
                .contains("|numero_commande|OUT_OF_RANGE|");
        assertThat(surveyed().funnel()).isNotEmpty();
    }

    private OrdersSurvey surveyed() throws Exception {
        OrdersSettings settings = workshop.settings();
        try (ErpConnection connection = ErpConnection.open(settings.requireSource())) {
            return new SurveyOrders(settings, new Progress()).of(connection, orders -> {});
        }
    }

    @Test
    void numbers_that_only_order_rows_may_be_of_any_size_and_none_at_all() throws Exception {
        workshop.run();
        List<String> before = workshop.state();
        giveAll("bigint unsigned", "18446744073709551615");
        workshop.reads();
        giveAll("varchar(40)", "'unten'");
        workshop.reads();

        assertThat(workshop.state()).isEqualTo(before);
        assertThat(workshop.preview(20).rows()).hasSize(8);
    }

    private void giveAll(String type, String value) {
        for (String column : List.of("A_Kopf.AuftragsTyp", "P_Zubeh.Position", "P_Zubeh.Kennung", "P_Zubeh.ZNr")) {
            String table = column.substring(0, column.indexOf('.'));
            String name = column.substring(table.length() + 1);
            erp.execute("alter table " + table + " modify " + name + " " + type);
            erp.execute("update " + table + " set " + name + " = " + value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int unsigned zerofill",
                "bigint unsigned",
                "decimal(20,2)",
                "double",
                "float",
                "varchar(10) character set utf16"
            })
    void the_same_number_is_read_of_any_type_of_column(String type) throws Exception {
        workshop.run();
        List<String> before = workshop.state();
        erp.execute("alter table A_Kopf modify AuNummer " + type);

        RunReport report = workshop.run();

        assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
        assertThat(workshop.state()).isEqualTo(before);
    }

    @Test
    void of_a_float_all_digits_are_read() throws Exception {
        erp.execute("alter table A_Kopf modify AuNummer float");
        erp.execute("update A_Kopf set AuNummer = 1234567 where ID = 'ID1'");
        workshop.run();
        erp.execute("update A_Kopf set AuNummer = 1234568 where ID = 'ID1'");
        workshop.reads();

        assertThat(workshop.rows(ORDERS)).contains("ID1|1234568");
    }

    @Test
    void what_is_no_number_rejects_its_order_alone() throws Exception {
        erp.execute("alter table A_Kopf modify AuNummer varchar(40)");
        erp.execute("update A_Kopf set AuNummer = '12 bis' where ID = 'ID4'");

        workshop.reads();

        assertThat(workshop.rows(ORDERS)).hasSize(3);
        assertThat(workshop.rows(REJECTS))
                .containsExactly(
                        "commandes_volets|ID4|12 bis|numero_commande|NOT_STORABLE|12 bis",
                        "commandes_volets_roulants|ID4|12 bis|numero_commande|NOT_STORABLE|12 bis");
    }

    @Test
    void dates_that_no_calendar_has_reject_their_orders_alone() throws Exception {
        erp.execute("set sql_mode = ''");
        erp.execute("update A_Logbuch set Datum = '0000-00-00' where ID_A_Kopf = 'ID1'");
        erp.execute("update A_Logbuch set Datum = '2025-00-00' where ID_A_Kopf = 'ID2'");
        erp.execute("update A_Logbuch set Datum = '9999-12-31 23:59:59' where ID_A_Kopf = 'ID3'");
        erp.execute("update A_Logbuch set Datum = '0001-01-01' where ID_A_Kopf = 'ID4'");

        workshop.reads();

        assertThat(workshop.rows("select id_commande, date_modification from commandes_volets order by 1"))
                .containsExactly("ID3|9999-12-31 23:59:59", "ID4|0001-01-01 00:00:00");
        assertThat(workshop.rows(REJECTS)).hasSize(4).allMatch(reject -> reject.contains("|BAD_DATE|"));
    }

    @Test
    void a_row_that_the_server_refuses_all_the_same_is_a_reject_of_its_column() throws Exception {
        workshop.sql()
                .useHandle(handle -> handle.execute("alter table etape_commandes_volets add constraint narrow"
                        + " check (affaire <> 'Affaire 1'), alter column affaire type varchar(9)"));
        erp.execute("update A_Kopf set Kommission = 'Affaire 22' where ID = 'ID2'");

        RunReport report = workshop.run();

        assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
        assertThat(workshop.rows(ORDERS)).containsExactly("ID3|3", "ID4|4");
        assertThat(workshop.rows(REJECTS))
                .containsExactly(
                        "commandes_volets|ID1|1|id_commande|NOT_STORABLE|null",
                        "commandes_volets|ID2|2|affaire|TOO_LONG|null");
    }

    @Test
    void what_the_server_refuses_counts_for_the_limits_of_rejects() throws Exception {
        workshop.sql()
                .useHandle(handle ->
                        handle.execute("alter table etape_commandes_volets alter column affaire type varchar(3)"));

        RunReport report = workshop.limits(new RejectLimits(3L, null)).run();

        assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(report.cause()).contains("4 of 4 orders are rejected");
    }

    @Test
    void a_table_that_somebody_narrowed_is_named_and_nothing_is_written() throws Exception {
        workshop.sql()
                .useHandle(handle -> handle.execute(
                        "alter table commandes_volets add constraint narrow check (affaire <> 'Affaire 1')"));

        RunReport report = workshop.run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(report.cause())
                .contains("table commandes_volets refuses a row of the merge, SQL state 23514")
                .doesNotContain("Affaire 1");
        assertThat(TypedStep.of(report.next())).contains("atelier run orders");
        assertThat(workshop.rows("select count(*) from commandes_volets_roulants"))
                .containsExactly("0");
    }
}
