package org.atelier.orders.erase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.stage.StagingCopy;
import org.jdbi.v3.core.Handle;

/**
 * The rows of an order in every table that names orders: those of its number, and those of its keys in the ERP, which
 * may stand beside no number or an earlier one. Works within the transaction of the handle.
 */
final class OrderTables {

    private static final List<String> ALL = Stream.concat(
                    Stream.of(TargetTable.values()).flatMap(table -> Stream.of(table.table(), table.staging())),
                    Stream.of("commande_rejetee", StagingCopy.REJECTS))
            .toList();

    private static final String ITS = " where numero_commande::text = :number or id_commande = any (:ids)";

    private final Handle handle;
    private final String number;
    private final List<String> ids;

    OrderTables(Handle handle, String number) {
        this.handle = handle;
        this.number = number;
        this.ids = ids();
    }

    /** Keeps writers out until the transaction ends, also one that lost the lock of its run and does not know it. */
    static void lock(Handle handle) {
        handle.execute("lock table " + String.join(", ", ALL) + " in share row exclusive mode");
    }

    /** An order without a key has the empty one, which others have, too. */
    private List<String> ids() {
        String union = ALL.stream()
                .map(table -> "select id_commande from " + table + " where numero_commande::text = :number")
                .collect(Collectors.joining(" union "));
        return handle.createQuery(
                        "select id_commande from (" + union + ") each where id_commande <> '' order by id_commande")
                .bind("number", number)
                .mapTo(String.class)
                .list();
    }

    /** Its keys in the ERP. */
    List<String> keys() {
        return ids;
    }

    /** What is there, table by table. */
    List<OrderRecord> records() {
        List<OrderRecord> records = new ArrayList<>();
        for (String table : ALL) {
            handle.createQuery("select to_jsonb(its)::text as record from " + table + " its" + ITS + " order by record")
                    .bind("number", number)
                    .bindArray("ids", String.class, ids)
                    .mapTo(String.class)
                    .forEach(row -> records.add(new OrderRecord(table, row)));
        }
        return records;
    }

    /** Deletes it; returns how many rows by table, those with none left out. */
    Map<String, Long> delete() {
        Map<String, Long> deleted = new LinkedHashMap<>();
        for (String table : ALL) {
            long rows = handle.createUpdate("delete from " + table + ITS)
                    .bind("number", number)
                    .bindArray("ids", String.class, ids)
                    .execute();
            if (rows > 0) {
                deleted.put(table, rows);
            }
        }
        return deleted;
    }
}
