package org.atelier.orders.erp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.atelier.bulk.PartitionedSpill;
import org.jspecify.annotations.Nullable;

/**
 * All orders: the tables are read once, and only then batches come, put together from what was put aside. While they
 * are read the batches are empty, so that whoever asks for them can look up in between.
 */
final class ScannedOrders implements OrderReader {

    /** Heads a batch, about. */
    private static final int BATCH = 2_000;

    /** Each has 16 KiB in memory while the tables are read. */
    private static final int MOST_BATCHES = 2_048;

    /** Rows read in one go. */
    private static final int ROWS = 100_000;

    private static final OrderBatch EMPTY = OrderBatch.of(0, List.of());

    private final ErpConnection erp;
    private final PartitionedSpill spill;
    private final TableScan scan;
    private final int batches;
    private boolean scanned;
    private int next;

    ScannedOrders(ErpConnection erp, OrderColumns columns, Predicate<String> planned, long heads, Path directory) {
        this.erp = erp;
        this.batches = (int) Math.min(heads / BATCH + 1, MOST_BATCHES);
        this.spill = new PartitionedSpill(directory, batches);
        this.scan = new TableScan(columns, planned, spill, directory, new OrderIndex(heads), batches);
    }

    @Override
    public @Nullable OrderBatch next() throws IOException {
        if (!scanned) {
            scanned = !erp.read(connection -> scan.go(connection, ROWS));
            return EMPTY;
        }
        return next == batches ? null : batch(next++);
    }

    private OrderBatch batch(int partition) throws IOException {
        byte[] rows = spill.bytes(partition);
        return new OrderBatch() {
            @Override
            public long heads() {
                return scan.heads(partition);
            }

            @Override
            public List<ErpOrder> planned() {
                return SpilledOrders.in(rows);
            }
        };
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }
}
