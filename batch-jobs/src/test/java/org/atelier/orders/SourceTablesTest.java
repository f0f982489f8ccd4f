package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.erp.ErpSchema;
import org.atelier.fixtures.erp.ErpTables;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlKind;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the way of reading an ERP is told before anything is written. */
class SourceTablesTest {

    @TempDir
    private Path directory;

    private MysqlDatabase source;
    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        source = MysqlServer.shared().createDatabase();
        workshop = new Workshop(source, directory);
    }

    @AfterEach
    void close() {
        workshop.close();
        source.close();
    }

    @Test
    void lower_case_names_are_found() throws Exception {
        try (Erp erp = workshop.erp(ErpSchema.ordinary().named(ErpTables.lowerCase()))) {
            order(erp);
        }
        assertThat(workshop.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(workshop.rows("select id_commande from commandes_volets")).containsExactly("ID1");
    }

    @Test
    void names_of_any_case_are_found_as_long_as_there_is_one() throws Exception {
        try (Erp erp = workshop.erp(
                ErpSchema.ordinary().named(new ErpTables("A_KOPF", "a_Logbuch", "P_ZUBEH", "A_vorgang")))) {
            order(erp);
            assertThat(workshop.run().ending()).isEqualTo(RunEnding.OK);
            erp.execute("create table A_kopf (ID varchar(32))");
        }
        assertFails(RunEnding.CONFIGURATION, "which one is A_Kopf? There are [A_KOPF, A_kopf]");
    }

    @Test
    void everything_that_is_missing_is_told_at_once() throws Exception {
        try (Erp erp = workshop.erp()) {
            erp.execute("drop table A_Vorgang");
            erp.execute("alter table P_Zubeh drop column ZCode");
            erp.execute("alter table A_Kopf modify AuNummer date");
        }
        assertFails(
                RunEnding.CONFIGURATION,
                "there is no table A_Vorgang",
                "table P_Zubeh has no column ZCode",
                "column A_Kopf.AuNummer is of type date, not of tinyint, smallint, mediumint, int, bigint, decimal");
    }

    @Test
    void a_wrong_password_is_told_and_not_shown() throws Exception {
        workshop.erp().close();
        workshop.password("wrong-secret");
        RunReport report = assertFails(RunEnding.CONFIGURATION, "Access denied");
        assertThat(report.cause()).doesNotContain("wrong-secret");
    }

    @Test
    void a_server_that_does_not_answer_is_told() throws Exception {
        workshop.sourceUrl("jdbc:mysql://127.0.0.1:1/erp");
        assertFails(RunEnding.UNREACHABLE, "the ERP's database mysql://127.0.0.1:1/erp");
    }

    @Test
    void a_database_that_is_not_there_is_told() throws Exception {
        workshop.sourceUrl(source.jdbcUrl().replace(source.name(), "nowhere"));
        assertThat(workshop.run().ending()).isEqualTo(RunEnding.CONFIGURATION);
    }

    @Test
    void a_source_without_any_index_on_the_order_is_read_all_the_same() throws Exception {
        try (Erp erp = workshop.erp(ErpSchema.ordinary().withoutLogBookKey())) {
            order(erp);
            erp.execute("create table t as select * from A_Logbuch");
            erp.execute("drop table A_Logbuch");
            erp.execute("rename table t to A_Logbuch");
        }
        assertThat(workshop.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(workshop.rows("select id_commande from commandes_volets")).containsExactly("ID1");
    }

    @Test
    void a_password_is_taken_without_tls_by_a_server_that_has_not_seen_it_yet() throws Exception {
        try (Erp erp = workshop.erp()) {
            order(erp);
        }
        workshop.sourceUrl(source.jdbcUrl() + "?sslMode=DISABLED");
        assertThat(workshop.run().ending()).isEqualTo(RunEnding.OK);
    }

    @Test
    void tls_is_used_when_it_is_asked_for() throws Exception {
        workshop.erp().close();
        workshop.sourceUrl(source.jdbcUrl() + "?sslMode=REQUIRED");
        // The embedded MariaDB has none.
        RunEnding expected =
                source.server().kind() == MysqlKind.EMBEDDED_MARIADB ? RunEnding.UNREACHABLE : RunEnding.OK;
        assertThat(workshop.run().ending()).isEqualTo(expected);
    }

    private RunReport assertFails(RunEnding ending, String... told) throws Exception {
        String plans = "select count(*) from plan_commandes";
        List<String> before = workshop.rows(plans);
        RunReport report = workshop.run();
        assertThat(report.ending()).as("%s", report).isEqualTo(ending);
        assertThat(report.cause()).contains(told);
        assertThat(workshop.rows(plans)).isEqualTo(before);
        return report;
    }

    private static void order(Erp erp) {
        erp.order("ID1")
                .number(1)
                .status("vitrage")
                .note("cde Planifiee", "2025-05-28 10:00:00")
                .accessory(1, "SOP1", "Coffre");
    }
}
