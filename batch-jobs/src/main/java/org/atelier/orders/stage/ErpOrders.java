package org.atelier.orders.stage;

import java.io.IOException;
import java.nio.file.Path;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.ErpLook;
import org.atelier.orders.erp.ErpSource;
import org.atelier.orders.erp.ErpTables;
import org.atelier.orders.erp.OrderBatch;
import org.atelier.orders.erp.OrderReader;
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
    private final Path spill;
    private @Nullable ErpConnection connection;
    private @Nullable OrderReader reader;
    private boolean ended;

    /**
     * Takes what it needs; connects to nothing yet.
     *
     * @param spill where what is read goes that does not fit into memory
     */
    public ErpOrders(
            ErpSource source,
            OrderSelection selection,
            ColumnProtection protection,
            RemoteRetry retry,
            StagingTally tally,
            Progress progress,
            Path spill) {
        this.source = source;
        this.selection = selection;
        this.protection = protection;
        this.retry = retry;
        this.tally = tally;
        this.progress = progress;
        this.spill = spill;
    }

    /** Nothing more is to be read in this run. */
    synchronized void skip() {
        ended = true;
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

    @Override
    public synchronized @Nullable OrderBatch read() throws IOException {
        if (ended) {
            return null;
        }
        // Whatever happens now: after a failure nobody reads on.
        ended = true;
        OrderReader orders = reader == null ? begin() : reader;
        OrderBatch batch = orders.next();
        if (batch == null) {
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
        long heads = new ErpLook(erp, tables).heads();
        OrderReader orders = OrderReader.all(erp, tables, selection::isPlanned, affairs, heads, spill);
        reader = orders;
        tally.announce(heads);
        progress.planned(heads);
        return orders;
    }

    @Override
    public synchronized void close() throws IOException {
        ended = true;
        ErpConnection snapshot = connection;
        OrderReader orders = reader;
        reader = null;
        connection = null;
        try {
            if (orders != null) {
                orders.close();
            }
        } finally {
            if (snapshot != null) {
                snapshot.close();
            }
        }
    }
}
