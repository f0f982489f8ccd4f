package org.atelier.orders.stage;

import java.util.Map;
import org.atelier.orders.erp.OrderBatch;
import org.atelier.orders.row.OrderRows;
import org.atelier.orders.row.TableRows;
import org.atelier.orders.row.TargetTable;
import org.atelier.reject.RejectGuard;
import org.atelier.run.Progress;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Cleans, selects and deduplicates a batch of orders, and stops the run when too many are rejected. Thread-safe. */
public final class MakeRows implements ItemProcessor<OrderBatch, StagedBatch> {

    private final OrderRows rows;
    private final ErasureList erasures;
    private final RejectGuard guard;
    private final Progress progress;

    /** Takes what it needs. */
    public MakeRows(OrderRows rows, ErasureList erasures, RejectGuard guard, Progress progress) {
        this.rows = rows;
        this.erasures = erasures;
        this.guard = guard;
        this.progress = progress;
    }

    @Override
    public StagedBatch process(OrderBatch batch) {
        Map<TargetTable, TableRows> tables = rows.of(batch.planned(), erasures.erased());
        StagedBatch staged = new StagedBatch(batch.heads(), tables);
        progress.read(batch.heads(), staged.rejects());
        guard.count("", batch.heads(), staged.rejects());
        return staged;
    }
}
