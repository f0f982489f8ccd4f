package org.atelier.orders.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.atelier.orders.OrdersSettings;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.merge.DeleteGuard;
import org.atelier.orders.merge.TableMerge.Forecast;
import org.atelier.orders.row.ErasedOrders;
import org.atelier.orders.row.OrderRows;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.stage.StagedBatch;
import org.atelier.orders.stage.StagedTable;
import org.atelier.orders.stage.StagingTally;
import org.atelier.sql.DatabaseSettings;

/**
 * Counts what the next run would delete, as its guard would, for whoever reads the planned orders anyway. Writes to
 * nothing but temporary tables. Not thread-safe.
 */
public final class NextMerge implements AutoCloseable {

    private final MergeForecast forecast;
    private final OrderRows rows;
    private final ErasedOrders erased;
    private final StagingTally tally;
    private final DeleteGuard guard;

    /**
     * Connects.
     *
     * @param scratch a directory for what does not fit into memory
     */
    public NextMerge(OrdersSettings settings, DatabaseSettings database, Path scratch) {
        forecast = new MergeForecast(database, settings.tables(), scratch);
        rows = new OrderRows(new OrderSelection(settings.selection()), settings.protection(), settings.tables());
        erased = forecast.erased();
        tally = new StagingTally(settings.tables());
        guard = new DeleteGuard(settings.maxDeleteRatio());
    }

    /**
     * Adds planned orders.
     *
     * @param orders all planned ones of each number among them
     * @throws IOException when the database cannot take them
     */
    public void add(List<ErpOrder> orders) throws IOException {
        tally.add(forecast.add(new StagedBatch(orders.size(), rows.of(orders, erased))));
    }

    /**
     * Why the guard would stop the run for this table; empty when it would not.
     *
     * @param table one of those that are kept
     */
    public Optional<String> refusal(TargetTable table) {
        List<StagedTable> staged =
                tally.staged().stream().filter(each -> each.table() == table).toList();
        List<Forecast> forecasts = forecast.of(staged);
        return guard.refusal(forecasts);
    }

    @Override
    public void close() {
        forecast.close();
    }
}
