package org.atelier.orders;

import java.nio.file.Path;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.erp.ErpSchema;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An ERP with four planned orders, which both tables take, and a workshop that has not read them yet. */
abstract class FourOrders {

    @TempDir
    Path directory;

    MysqlDatabase source;
    Workshop workshop;
    Erp erp;

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

    final void order(String id, int number) {
        erp.order(id)
                .number(number)
                .alpha("A")
                .status("vitrage")
                .affair("Affaire " + number)
                .note("cde Planifi\u00E9e", "2025-05-28 10:00:00")
                .accessory(1, "SOP1", "Coffre")
                .operation("VR" + number, "Volet");
    }
}
