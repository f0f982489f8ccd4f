package org.atelier.orders.erp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the orders of one snapshot, batch by batch. However large the tables are, few batches are in memory. Ends
 * before the snapshot does. Not thread-safe; its batches may be taken to other threads.
 */
public interface OrderReader extends Closeable {

    /**
     * All orders, each table read once from its beginning to its end.
     *
     * @param erp the snapshot
     * @param planned whether a note, as it stands there, says that its order is planned
     * @param affairs whether affairs are read at all
     * @param heads how many orders the snapshot has
     * @param spill a directory for what does not fit into memory
     */
    static OrderReader all(
            ErpConnection erp, ErpTables tables, Predicate<String> planned, boolean affairs, long heads, Path spill) {
        return new ScannedOrders(erp, new OrderColumns(tables, affairs), planned, heads, spill);
    }

    /**
     * Orders in the order of their numbers, for those who do not want them all.
     *
     * @param erp the snapshot
     * @param planned whether a note, as it stands there, says that its order is planned
     * @param affairs whether affairs are read at all
     * @param limit read at most so many heads, null to stop asking instead
     */
    static OrderReader first(
            ErpConnection erp, ErpTables tables, Predicate<String> planned, boolean affairs, @Nullable Integer limit) {
        return new FirstOrders(erp, new OrderColumns(tables, affairs), planned, limit);
    }

    /** The next batch, which may be empty; null after the last one. */
    @Nullable OrderBatch next() throws IOException;

    @Override
    void close() throws IOException;
}
