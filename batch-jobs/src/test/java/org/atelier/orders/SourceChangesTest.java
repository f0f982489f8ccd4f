package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.erp.ErpSchema;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every change of what is read of the ERP is seen, and in the end the tables are what a first run makes them. */
class SourceChangesTest {

    private static final String NOTE = "cde Planifi\u00E9e";

    private static final MysqlDatabase SOURCE = MysqlServer.shared().createDatabase();

    @TempDir
    private static Path directory;

    private static Workshop workshop;
    private static Erp erp;

    @BeforeAll
    static void fill() throws Exception {
        workshop = new Workshop(SOURCE, directory);
        erp = workshop.erp(ErpSchema.ordinary().widened());
        for (int i = 1; i <= 7; i++) {
            erp.order("ID" + i)
                    .number(i)
                    .alpha("A")
                    .status("vitrage " + i)
                    .affair("Affaire " + i)
                    .note(NOTE, "2025-05-0" + i + " 10:00:00")
                    .note("autre note " + i, "2024-01-01 00:00:00")
                    .accessory(1, "SOP" + i, "Coffre \u00E9t\u00E9 " + i)
                    .operation("OP" + i, "Op\u00E9ration " + i);
        }
        erp.order("TWICE").number(8).status("vitrage").note("a", null).note("a", null);
        erp.order("TEXTS")
                .number(9)
                .operation("a','b", "c")
                .operation("d,e", "f")
                .operation("null", null);
        erp.order("MOVE").number(11).alpha(null).affair("x");
        erp.order("SWAP").number(10).accessory(1, "VR1", "VR2");
        workshop.run();
        workshop.repeats();
    }

    @AfterAll
    static void allChangesTogetherGiveTheTablesOfAFirstRun() throws Exception {
        workshop.run();
        assertThat(workshop.state()).isEqualTo(stateOfFirstRun());
        workshop.repeats();
        erp.close();
        workshop.close();
        SOURCE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update A_Logbuch set Notiz = 'cde annulee' where ID_A_Kopf = 'ID1' and Notiz like 'cde%'",
                "update A_Logbuch set Notiz = 'CDE PLANIFIEE' where ID_A_Kopf = 'ID2' and Notiz like 'cde%'",
                "update A_Logbuch set Datum = '2025-06-01 10:00:00' where ID_A_Kopf = 'ID3' and Notiz like 'cde%'",
                "update A_Logbuch set Datum = null where ID_A_Kopf = 'ID4' and Notiz like 'autre%'",
                "update A_Logbuch set ID_A_Kopf = 'ID1' where ID_A_Kopf = 'ID2' and Notiz like 'autre%'",
                "update A_Kopf set AufStatus = 'devis' where ID = 'ID3'",
                "update A_Kopf set Kommission = 'Autre' where ID = 'ID3'",
                "update A_Kopf set AuNummer = 33 where ID = 'ID3'",
                "update A_Kopf set AuAlpha = 'B' where ID = 'ID3'",
                "update A_Kopf set AuftragsTyp = 2 where ID = 'ID3'",
                "update P_Zubeh set ZCode = 'VR 3' where ID_A_Kopf = 'ID3'",
                "update P_Zubeh set ZCode = 'vr 3 ' where ID_A_Kopf = 'ID3'",
                "update P_Zubeh set Text = 'autre' where ID_A_Kopf = 'ID3'",
                "update P_Zubeh set Position = 2 where ID_A_Kopf = 'ID3'",
                "update P_Zubeh set Kennung = 2 where ID_A_Kopf = 'ID3'",
                "update P_Zubeh set ZNr = 2 where ID_A_Kopf = 'ID3'",
                "update A_Vorgang set Nummer = 'VR' where ID_A_Kopf = 'ID3'",
                "update A_Vorgang set Bezeichnung = 'autre' where ID_A_Kopf = 'ID3'",
                "insert into A_Kopf (ID, AuNummer) values ('NEW', 99)",
                "insert into A_Logbuch (ID_A_Kopf, Notiz) values ('ID4', 'encore')",
                "insert into P_Zubeh (ID_A_Kopf, Position, Kennung, ZNr) values ('ID4', 9, 9, 9)",
                "insert into A_Vorgang (ID_A_Kopf, Nummer) values ('ID4', 'VR')",
                "delete from A_Kopf where ID = 'ID7'",
                "delete from A_Logbuch where ID_A_Kopf = 'ID7'",
                "delete from P_Zubeh where ID_A_Kopf = 'ID7'",
                "delete from A_Vorgang where ID_A_Kopf = 'ID7'",
                "update A_Kopf set AufStatus = if(ID = 'ID5', 'vitrage 6', 'vitrage 5') where ID in ('ID5', 'ID6')",
                "update P_Zubeh set ZCode = 'VR2', Text = 'VR1' where ID_A_Kopf = 'SWAP'",
                "update A_Vorgang set Nummer = 'a', Bezeichnung = 'b'',''c' where Nummer = 'a'',''b'",
                "update A_Vorgang set Nummer = 'd', Bezeichnung = 'e,f' where Nummer = 'd,e'",
                "update A_Kopf set AuAlpha = 'x', Kommission = null where ID = 'MOVE'",
                "update A_Kopf set AuAlpha = '' where ID = 'TWICE'",
                "update A_Vorgang set Bezeichnung = 'NULL' where Nummer = 'null'",
                "update A_Logbuch set Notiz = 'b' where ID_A_Kopf = 'TWICE'",
                "alter table A_Logbuch modify Datum datetime(3)",
            })
    void what_changed_is_read(String change) throws Exception {
        erp.execute(change);

        workshop.reads();
    }

    private static List<String> stateOfFirstRun() throws Exception {
        try (Workshop other = new Workshop(SOURCE, directory)) {
            other.run();
            return other.state();
        }
    }

    @Test
    void texts_whose_character_set_is_declared_anew_are_others() throws Exception {
        erp.execute("alter table P_Zubeh modify Text varbinary(400)");
        erp.execute("alter table P_Zubeh modify Text varchar(400) character set latin1");

        workshop.reads();
    }

    @Test
    void what_is_not_read_does_not_count_and_neither_does_the_order_of_rows() throws Exception {
        workshop.run();

        erp.execute("update A_Kopf set Techniker = 'M. Martin', A_VorMwSt = 17 where ID = 'ID5'");
        erp.execute("update A_Logbuch set Benutzer = 'nadia', Zeit = '2025-01-01 10:00:00'");
        erp.execute("create table copied as select * from A_Logbuch where ID_A_Kopf = 'ID5'");
        erp.execute("delete from A_Logbuch where ID_A_Kopf = 'ID5'");
        erp.execute("insert into A_Logbuch (ID_A_Kopf, Datum, Notiz)"
                + " select ID_A_Kopf, Datum, Notiz from copied order by ID desc");

        workshop.repeats();
    }
}
