package org.atelier.launcher.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.atelier.answer.Section;
import org.atelier.catalog.BatchJob;
import org.atelier.sql.Sql;

/** The second half of the demo: the ERP's orders, three times. */
final class DemoOrders {

    private static final String FIRST = "select id_commande from commandes_volets order by id_commande limit 2";
    private static final String LATEST = """
            select numero_commande, extension, statut, affaire, date_modification::text as changed, code_accessoire
              from commandes_volets order by date_modification desc nulls last, id_commande limit 6
            """;
    private static final List<String> COLUMNS =
            List.of("number", "extension", "status", "affair", "changed", "accessory");

    private final BatchJob job;
    private final DemoErp erp;
    private final DemoStart start;
    private final Consumer<String> report;

    DemoOrders(BatchJob job, DemoErp erp, DemoStart start, Consumer<String> report) {
        this.job = job;
        this.erp = erp;
        this.start = start;
        this.report = report;
    }

    List<DemoSync> narrate(Connection connection) throws SQLException {
        List<DemoSync> syncs = new ArrayList<>();
        syncs.add(sync("4. atelier run orders: takes the planned shutter orders of the ERP", "the ERP's orders"));
        syncs.add(sync("5. the same command again", "the same again"));
        List<String> orders = firstOrders(connection);
        erp.change(orders.get(0));
        erp.delete(orders.get(1));
        syncs.add(sync(
                "6. in the ERP the affair of order " + orders.get(0) + " changes and order " + orders.get(1)
                        + " vanishes; once more",
                "one changed, one vanished"));
        return syncs;
    }

    private DemoSync sync(String heading, String what) {
        report.accept(heading);
        DemoSync sync = DemoSync.of(what, start.run(job));
        report.accept("   " + sync.inWords());
        return sync;
    }

    private static List<String> firstOrders(Connection connection) throws SQLException {
        return Sql.ask(
                Sql.on(connection),
                handle -> handle.createQuery(FIRST).mapTo(String.class).list());
    }

    /** Orders that changed last, read back from the table. */
    static Section.Grid latest(Connection connection) throws SQLException {
        List<Section.Row> rows = Sql.ask(
                Sql.on(connection),
                handle -> handle.createQuery(LATEST)
                        .map((row, context) -> Section.Row.of(
                                row.getLong("numero_commande"),
                                row.getString("extension"),
                                row.getString("statut"),
                                row.getString("affaire"),
                                row.getString("changed"),
                                row.getString("code_accessoire")))
                        .list());
        return new Section.Grid("orders", COLUMNS, rows, "No orders.");
    }
}
