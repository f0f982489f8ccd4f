package org.atelier.orders.erase;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.orders.row.ErasedOrders;
import org.atelier.orders.stage.ErasureList;
import org.atelier.retention.Audit;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of the orders of one number. Handing it out and erasing it are noted in {@code atelier_audit}
 * in the same transaction, under the number's mark. Works on the caller's connection; used by one thread.
 */
public final class StoredOrder {

    /** What the audit calls them. */
    private static final String EXPORT = "gdpr export";

    private static final String ERASE = "gdpr erase";

    private final Connection connection;
    private final Jdbi jdbi;
    private final String number;

    /**
     * @param connection to a database with the schema; in no transaction
     * @param number as people write it, without extension
     */
    public StoredOrder(Connection connection, String number) {
        this.connection = connection;
        this.jdbi = Sql.on(connection);
        this.number = number;
    }

    /**
     * What there is.
     *
     * @param records its rows, those of the audit and of the list of erased orders last
     * @param erased when it was erased; null when it never was
     */
    public record Export(
            List<OrderRecord> records, @Nullable Instant erased) {

        public Export {
            records = List.copyOf(records);
        }
    }

    /** Looks, and notes nothing. */
    public List<OrderRecord> rows() {
        return jdbi.inTransaction(handle -> new OrderTables(handle, number).records());
    }

    /** When it was erased; null when it never was. */
    public @Nullable Instant erased() {
        return jdbi.inTransaction(handle -> erased(handle, mark(handle)));
    }

    /**
     * Everything, as of one moment; noted in the audit unless there is nothing.
     *
     * @param who account, host and process
     */
    public Export export(String who) throws java.sql.SQLException {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            handle.execute("set local time zone 'UTC'");
            String mark = mark(handle);
            List<OrderRecord> records = new ArrayList<>(new OrderTables(handle, number).records());
            records.addAll(marked(handle, "atelier_audit", "details ->> 'order' = :mark", mark));
            records.addAll(marked(handle, "commande_effacee", "encode(empreinte, 'hex') = :mark", mark));
            if (!records.isEmpty()) {
                new Audit(connection)
                        .note(EXPORT, who, Map.of("order", mark, "records", Integer.toString(records.size())));
            }
            return new Export(records, erased(handle, mark));
        });
    }

    /**
     * Deletes every row of it, and has all later runs of the job orders leave it out. Whoever uses it holds the lock of
     * the job, so that no run is at work.
     *
     * @param who account, host and process
     * @return how many rows by table
     */
    public Map<String, Long> erase(String who) throws java.sql.SQLException {
        return jdbi.inTransaction(handle -> {
            OrderTables.lock(handle);
            OrderTables tables = new OrderTables(handle, number);
            suppress(handle, tables.keys());
            Map<String, Long> deleted = tables.delete();
            Map<String, String> details = new LinkedHashMap<>();
            details.put("order", mark(handle));
            deleted.forEach((table, rows) -> details.put(table, rows.toString()));
            new Audit(connection).note(ERASE, who, details);
            return deleted;
        });
    }

    private void suppress(Handle handle, List<String> keys) {
        ErasedOrders erased = ErasureList.read(handle);
        List<String> marks = new ArrayList<>(List.of(erased.markOfNumber(number)));
        keys.forEach(key -> marks.add(erased.markOfOrder(key)));
        handle.createUpdate("insert into commande_effacee (empreinte) select distinct decode(mark, 'hex')"
                        + " from unnest(:marks) mark on conflict do nothing")
                .bindArray("marks", String.class, marks)
                .execute();
    }

    private String mark(Handle handle) {
        return ErasureList.read(handle).markOfNumber(number);
    }

    private static @Nullable Instant erased(Handle handle, String mark) {
        return handle.createQuery("select date_effacement from commande_effacee where encode(empreinte, 'hex') = :mark")
                .bind("mark", mark)
                .mapTo(Instant.class)
                .findOne()
                .orElse(null);
    }

    private static List<OrderRecord> marked(Handle handle, String table, String condition, String mark) {
        return handle.createQuery("select to_jsonb(its)::text as record from " + table + " its where " + condition
                        + " order by record")
                .bind("mark", mark)
                .mapTo(String.class)
                .map(record -> new OrderRecord(table, record))
                .list();
    }
}
