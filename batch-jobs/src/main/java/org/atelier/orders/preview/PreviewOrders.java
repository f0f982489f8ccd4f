package org.atelier.orders.preview;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.PreviewReport;
import org.atelier.orders.OrdersSettings;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.ErpTables;
import org.atelier.orders.erp.OrderBatch;
import org.atelier.orders.erp.OrderReader;
import org.atelier.orders.merge.OrderFigures;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.OrderRows;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.stage.OrderPlan;
import org.atelier.orders.stage.StagedBatch;
import org.atelier.orders.stage.StagingTally;

/**
 * Reads the ERP as a run would. Without a database it stops at the first rows; with one it reads everything and says
 * what the merge would do, unless a limit makes that pointless.
 */
public final class PreviewOrders implements JobPreview {

    private static final int ROWS = 20;

    @Override
    public PreviewReport look(Question question) throws IOException {
        OrdersSettings settings = question.settings().get(OrdersSettings.class);
        OrderSelection selection = new OrderSelection(settings.selection());
        Integer limit = question.options().limit();
        boolean firstRows = question.database().isEmpty();
        boolean affairs = settings.protection().of("affaire") != Choice.DROP;
        OrderRows rows = new OrderRows(selection, settings.protection(), settings.tables());
        PreviewRows shown = new PreviewRows(limit == null ? ROWS : limit);
        StagingTally tally = new StagingTally(settings.tables());
        Optional<MergeForecast> forecast = limit == null
                ? question.database()
                        .map(database -> new MergeForecast(database, settings.tables(), question.scratch()))
                : Optional.empty();
        try (ErpConnection erp = ErpConnection.open(settings.requireSource());
                MergeForecast merge = forecast.orElse(null)) {
            OrderReader orders =
                    new OrderReader(erp, ErpTables.find(erp), selection::isPlanned, affairs, firstRows ? null : limit);
            OrderBatch batch = orders.next();
            while (batch != null && !(firstRows && shown.isFull())) {
                StagedBatch staged = new StagedBatch(batch.heads(), rows.of(batch.planned()));
                tally.add(staged);
                shown.add(staged);
                if (merge != null) {
                    merge.add(staged);
                }
                batch = orders.next();
            }
            return report(shown, merge == null ? lines(tally) : merge.lines(tally));
        }
    }

    private static List<OrderPlan.Line> lines(StagingTally tally) {
        return tally.staged().stream()
                .map(staged -> new OrderPlan.Line(staged, tally.heads(), null))
                .toList();
    }

    private static PreviewReport report(PreviewRows shown, List<OrderPlan.Line> lines) {
        return new PreviewReport(OrderFigures.of(lines), "rows", PreviewRows.COLUMNS, shown.rows());
    }
}
