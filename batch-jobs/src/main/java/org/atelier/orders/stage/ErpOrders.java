package org.atelier.orders.stage;

import java.io.IOException;
import java.util.Map;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.ErpSource;
import org.atelier.orders.erp.ErpTable;
import org.atelier.orders.erp.ErpTables;
import org.atelier.orders.erp.OrderBatch;
import org.atelier.orders.erp.OrderReader;
import org.atelier.orders.erp.SourceSums;
import org.atelier.orders.row.ColumnProtection;
import org.atelier.orders.select.OrderSelection;
import org.atelier.run.Progress;
import org.atelier.transfer.RemoteRetry;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * The orders of one consistent snapshot of the ERP, batch by batch. Connects when the first batch is asked for; a
 * snapshot that broke is not gone on with. Thread-safe: whoever is free takes the next batch.
 */
public final class ErpOrders implements ItemReader<OrderBatch>, AutoCloseable {

    private final ErpSource source;
    private final OrderSelection selection;
    private final ColumnProtection protection;
    private final RemoteRetry retry;
    private final StagingTally tally;
    private final Progress progress;
    private final boolean summing;
    private @Nullable ErpConnection connection;
    private @Nullable OrderReader reader;
    private @Nullable SourceSums sums;
    private Map<ErpTable, String> fingerprints = Map.of();
    private boolean counted;
    private boolean ended;

    /**
     * Takes what it needs; connects to nothing yet.
     *
     * @param summing whether the fingerprints of what is read are wanted
     */
    public ErpOrders(
            ErpSource source,
            OrderSelection selection,
            ColumnProtection protection,
            RemoteRetry retry,
            StagingTally tally,
            Progress progress,
            boolean summing) {
        this.source = source;
        this.selection = selection;
        this.protection = protection;
        this.retry = retry;
        this.tally = tally;
        this.progress = progress;
        this.summing = summing;
    }

    /** Nothing more is to be read in this run. */
    synchronized void skip() {
        close();
    }

    /** How many of so many workers have something to read. */
    public synchronized int useful(int workers) {
        return ended ? 0 : workers;
    }

    /**
     * Connects, takes the snapshot and checks the tables, so that nothing is written when the ERP is not as it should
     * be.
     *
     * @throws IOException when it cannot be reached
     * @throws org.atelier.run.ConfigurationException when tables or columns are missing
     */
    synchronized void connect() throws IOException {
        begin();
    }

    /** Whether the snapshot's tables have these fingerprints; to be asked once connected. */
    synchronized boolean isLike(Map<ErpTable, String> known) throws IOException {
        return sums != null && sums.areLike(known);
    }

    /** The fingerprints of what was read, once all of it was; empty when they are not wanted. */
    synchronized Map<ErpTable, String> fingerprints() {
        return fingerprints;
    }

    @Override
    public synchronized @Nullable OrderBatch read() throws IOException {
        if (ended) {
            return null;
        }
        // Whatever happens now: after a failure nobody reads on.
        ended = true;
        OrderReader orders = reader == null ? begin() : reader;
        if (!counted) {
            count(orders);
        }
        OrderBatch batch = orders.next();
        if (batch == null) {
            complete();
            close();
        } else {
            ended = false;
        }
        return batch;
    }

    private OrderReader begin() throws IOException {
        ErpConnection erp = retry.call("connect to the ERP", () -> ErpConnection.open(source));
        connection = erp;
        boolean affairs = protection.of("affaire") != ColumnProtection.Choice.DROP;
        ErpTables tables = ErpTables.find(erp);
        OrderReader orders = new OrderReader(erp, tables, selection::isPlanned, affairs, null);
        reader = orders;
        sums = summing ? new SourceSums(erp, tables, affairs) : null;
        return orders;
    }

    private void count(OrderReader orders) throws IOException {
        counted = true;
        if (sums != null) {
            sums.askBeforeReading();
        }
        long heads = orders.countHeads();
        tally.announce(heads);
        progress.planned(heads);
    }

    /** In the same snapshot: the fingerprints are those of the rows that were read. */
    private void complete() throws IOException {
        if (sums != null) {
            fingerprints = sums.all();
        }
    }

    @Override
    public synchronized void close() {
        ended = true;
        ErpConnection snapshot = connection;
        reader = null;
        sums = null;
        connection = null;
        if (snapshot != null) {
            snapshot.close();
        }
    }
}
