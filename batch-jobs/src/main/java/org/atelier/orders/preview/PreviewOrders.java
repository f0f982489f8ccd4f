package org.atelier.orders.preview;

import java.io.IOException;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.PreviewReport;
import org.atelier.orders.OrdersSettings;
import org.atelier.orders.erp.ErpConnection;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ERP as a run would. Without a database it stops at the first rows; with one it reads everything and says
 * what the merge would do, unless a limit makes that pointless.
 */
public final class PreviewOrders implements JobPreview {

    @Override
    public PreviewReport look(Question question) throws IOException {
        OrdersSettings settings = question.settings().get(OrdersSettings.class);
        try (ErpConnection erp = ErpConnection.open(settings.requireSource());
                MergeForecast forecast = forecast(question, settings)) {
            OrdersLook look = new OrdersLook(settings, question.options(), forecast, question.scratch());
            return question.database().isEmpty() ? look.atFirstRows(erp) : look.atAll(erp);
        }
    }

    private static @Nullable MergeForecast forecast(Question question, OrdersSettings settings) {
        return question.options().limit() == null && question.database().isPresent()
                ? new MergeForecast(question.database().get(), settings.tables(), question.scratch())
                : null;
    }
}
