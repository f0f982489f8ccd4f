package org.atelier.orders.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.ErpLook;
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
    private final boolean affairs;
    private final RemoteRetry retry;
    private final StagingTally tally;
    private final Progress progress;
    private final Reading reading;
    private @Nullable Snapshot snapshot;
    private @Nullable OrderReader reader;
    private @Nullable LaterSums sums;
    private boolean ended;

    /** What is connected to. */
    private record Snapshot(ErpConnection erp, ErpTables tables, SourceSums sums) {}

    /**
     * How orders are read.
     *
     * @param spill where what is read goes that does not fit into memory
     * @param summing whether the fingerprints of what is read are wanted
     */
    public record Reading(Path spill, boolean summing) {}

    /** Takes what it needs; connects to nothing yet. */
    public ErpOrders(
            ErpSource source,
            OrderSelection selection,
            ColumnProtection protection,
            RemoteRetry retry,
            StagingTally tally,
            Progress progress,
            Reading reading) {
        this.source = source;
        this.selection = selection;
        this.affairs = protection.of("affaire") != ColumnProtection.Choice.DROP;
        this.retry = retry;
        this.tally = tally;
        this.progress = progress;
        this.reading = reading;
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
        connected();
    }

    private Snapshot connected() throws IOException {
        Snapshot known = snapshot;
        if (known != null) {
            return known;
        }
        ErpConnection erp = retry.call("connect to the ERP", () -> ErpConnection.open(source));
        try {
            ErpTables tables = ErpTables.find(erp);
            Snapshot taken = new Snapshot(erp, tables, new SourceSums(erp, tables, affairs));
            snapshot = taken;
            return taken;
        } finally {
            if (snapshot == null) {
                erp.close();
            }
        }
    }

    /** Whether the snapshot's tables have these fingerprints. */
    synchronized boolean isLike(Map<ErpTable, String> known) throws IOException {
        return connected().sums().areLike(known);
    }

    /**
     * The fingerprints of what was read, once all of it was. Waits for them, though not long.
     *
     * @return empty when they are not wanted, or not to be had
     */
    public Map<ErpTable, String> fingerprints() {
        LaterSums asked;
        synchronized (this) {
            asked = sums;
        }
        return asked == null ? Map.of() : asked.get();
    }

    @Override
    public synchronized @Nullable OrderBatch read() throws IOException {
        if (ended) {
            return null;
        }
        // Whatever happens now: after a failure nobody reads on.
        ended = true;
        OrderReader orders = reader == null ? begin(connected()) : reader;
        OrderBatch batch = orders.next();
        if (batch == null) {
            end();
        } else {
            ended = false;
        }
        return batch;
    }

    private OrderReader begin(Snapshot taken) throws IOException {
        if (reading.summing()) {
            taken.sums().askBeforeReading();
        }
        long heads = new ErpLook(taken.erp(), taken.tables()).heads();
        tally.announce(heads);
        progress.planned(heads);
        OrderReader orders =
                OrderReader.all(taken.erp(), taken.tables(), selection::isPlanned, affairs, heads, reading.spill());
        reader = orders;
        return orders;
    }

    /** Nobody reads any more: the snapshot is free to be summed up while its orders are worked on. */
    private void end() throws IOException {
        Snapshot read = snapshot;
        if (reading.summing() && read != null) {
            sums = new LaterSums(read.erp(), read.sums());
            snapshot = null;
        }
        close();
    }

    private void closeReader() throws IOException {
        OrderReader orders = reader;
        reader = null;
        if (orders != null) {
            orders.close();
        }
    }

    /** Nothing more is read: ends what is connected but for the fingerprints, which end by themselves. */
    @Override
    public synchronized void close() throws IOException {
        ended = true;
        Snapshot taken = snapshot;
        snapshot = null;
        try {
            closeReader();
        } finally {
            if (taken != null) {
                taken.erp().close();
            }
        }
    }
}
