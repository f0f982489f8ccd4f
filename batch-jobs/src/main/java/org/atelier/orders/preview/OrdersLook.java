package org.atelier.orders.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.atelier.catalog.PreviewReport;
import org.atelier.orders.OrdersSettings;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.ErpLook;
import org.atelier.orders.erp.ErpTables;
import org.atelier.orders.erp.OrderBatch;
import org.atelier.orders.erp.OrderReader;
import org.atelier.orders.merge.DeleteGuard;
import org.atelier.orders.merge.OrderFigures;
import org.atelier.orders.merge.TableMerge.Forecast;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.ErasedOrders;
import org.atelier.orders.row.OrderRows;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.stage.OrderPlan;
import org.atelier.orders.stage.StagedBatch;
import org.atelier.orders.stage.StagedTable;
import org.atelier.orders.stage.StagingTally;
import org.atelier.run.RunOptions;
import org.atelier.run.RunSummary;
import org.jspecify.annotations.Nullable;

/** One look at the ERP: rows, counts and, with a forecast, what a merge would do. Used once. */
final class OrdersLook {

    private static final int ROWS = 20;

    private final OrdersSettings settings;
    private final RunOptions options;
    private final @Nullable MergeForecast forecast;
    private final Path scratch;
    private final OrderSelection selection;
    private final OrderRows rows;
    private final ErasedOrders erased;
    private final StagingTally tally;
    private final PreviewRows shown;

    /** @param scratch a directory for what does not fit into memory */
    OrdersLook(OrdersSettings settings, RunOptions options, @Nullable MergeForecast forecast, Path scratch) {
        this.settings = settings;
        this.scratch = scratch;
        this.options = options;
        this.forecast = forecast;
        this.selection = new OrderSelection(settings.selection());
        this.rows = new OrderRows(selection, settings.protection(), settings.tables());
        this.erased = forecast == null ? ErasedOrders.NONE : forecast.erased();
        this.tally = new StagingTally(settings.tables());
        this.shown = new PreviewRows(Objects.requireNonNullElse(options.limit(), ROWS));
    }

    /** Reads until there are enough rows to show. */
    PreviewReport atFirstRows(ErpConnection erp) throws IOException {
        try (OrderReader orders = first(erp, null)) {
            OrderBatch batch = orders.next();
            while (batch != null && !shown.isFull()) {
                add(batch);
                batch = orders.next();
            }
        }
        return report();
    }

    /** Reads everything up to the limit. */
    PreviewReport atAll(ErpConnection erp) throws IOException {
        try (OrderReader orders = options.limit() == null ? all(erp) : first(erp, options.limit())) {
            for (OrderBatch batch = orders.next(); batch != null; batch = orders.next()) {
                add(batch);
            }
        }
        return report();
    }

    private OrderReader first(ErpConnection erp, @Nullable Integer limit) throws IOException {
        return OrderReader.first(erp, ErpTables.find(erp), selection::isPlanned, readsAffairs(), limit);
    }

    private OrderReader all(ErpConnection erp) throws IOException {
        ErpTables tables = ErpTables.find(erp);
        long heads = new ErpLook(erp, tables).heads();
        return OrderReader.all(erp, tables, selection::isPlanned, readsAffairs(), heads, scratch);
    }

    private boolean readsAffairs() {
        return settings.protection().of("affaire") != Choice.DROP;
    }

    private void add(OrderBatch batch) throws IOException {
        StagedBatch made = new StagedBatch(batch.heads(), rows.of(batch.planned(), erased));
        StagedBatch staged = forecast == null ? made : forecast.add(made);
        tally.add(staged);
        shown.add(staged);
    }

    private PreviewReport report() {
        List<StagedTable> staged = tally.staged();
        List<Forecast> forecasts = forecast == null ? List.of() : forecast.of(staged);
        List<OrderPlan.Line> lines = new ArrayList<>();
        for (int i = 0; i < staged.size(); i++) {
            OrderPlan.Merged merged =
                    forecasts.isEmpty() ? null : forecasts.get(i).merged();
            lines.add(new OrderPlan.Line(staged.get(i), tally.heads(), merged, null));
        }
        RunSummary summary = OrderFigures.of(lines);
        return new PreviewReport(
                refusal(forecasts)
                        .map(refusal -> summary.noting("a run would stop before it writes: " + refusal))
                        .orElse(summary),
                "rows",
                PreviewRows.COLUMNS,
                shown.rows());
    }

    private Optional<String> refusal(List<Forecast> forecasts) {
        return new DeleteGuard(Objects.requireNonNullElse(options.maxDeleteRatio(), settings.maxDeleteRatio()))
                .refusal(forecasts);
    }
}
