package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersJobTest {

    @TempDir
    private Path directory;

    @Test
    void planned_orders_come_into_both_tables() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase();
                Workshop workshop = new Workshop(source, directory);
                Erp erp = workshop.erp()) {
            erp.order("A1")
                    .number(100123)
                    .alpha("B")
                    .status("lancer en prod")
                    .affair("Résidence")
                    .note("cde Planifiée le 28/05", "2025-05-28 10:00:00")
                    .note("appel client", "2025-06-01 10:00:00")
                    .accessory(1, "VR 7", "Volet")
                    .accessory(2, "SOP 2", "Coffre 2")
                    .operation("OP1", "Perçage")
                    .operation("VR2", "Volet");
            erp.order("A2").number(100124).status("devis").note("appel", "2025-05-28 10:00:00");

            RunReport report = workshop.run();

            assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
            assertThat(workshop.rows("select numero_commande, extension, status, date_modification, coffre,"
                            + " gestion_en_stock, id_commande from commandes_volets_roulants"))
                    .containsExactly("100123|B|lancer en prod|2025-05-28|SOP 2|1|A1");
            assertThat(workshop.rows("select id_commande, numero_commande, extension, statut, affaire,"
                            + " date_modification, code_accessoire, description_accessoire, numero_operation,"
                            + " description_operation from commandes_volets"))
                    .containsExactly("A1|100123|B|lancer en prod|Résidence|2025-05-28 10:00:00|VR 7|Volet|VR2|Volet");
            RunSummary summary = Workshop.summaryOf(report);
            assertThat(summary.figure("orders", "read")).isEqualTo(2);
            assertThat(summary.figure("volets", "inserted")).isEqualTo(1);
            assertThat(summary.figure("volets", "joined_rows")).isEqualTo(4);
        }
    }

    @Test
    void the_second_run_writes_nothing() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase();
                Workshop workshop = new Workshop(source, directory)) {
            ErpData.seeded(1).orders(3_000).withEverythingOdd().loadInto(source);
            RunReport first = workshop.run();
            assertThat(first.ending()).as("%s", first).isEqualTo(RunEnding.OK);
            String all = "select xmin, * from commandes_volets_roulants order by id";
            String volets = "select xmin, * from commandes_volets order by id_commande";
            String rejects = "select xmin, * from commande_rejetee order by id";
            List<List<String>> before = List.of(workshop.rows(all), workshop.rows(volets), workshop.rows(rejects));

            RunReport second = workshop.run();

            assertThat(second.ending()).as("%s", second).isEqualTo(RunEnding.OK);
            assertThat(List.of(workshop.rows(all), workshop.rows(volets), workshop.rows(rejects)))
                    .isEqualTo(before);
            assertThat(Workshop.summaryOf(second).work()).isZero();
        }
    }
}
