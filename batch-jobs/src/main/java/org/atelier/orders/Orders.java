package org.atelier.orders;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.JobCheck;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.JobTraits;
import org.atelier.catalog.StartOption;
import org.atelier.history.RejectQuery;
import org.atelier.orders.check.CheckOrders;
import org.atelier.orders.preview.PreviewOrders;
import org.atelier.retention.RetainedRows;
import org.atelier.run.Unit;
import org.atelier.settings.JobSettings;

/** The job orders in the catalogue. */
@AutoService(BatchJob.class)
public final class Orders implements BatchJob {

    /** What people type. */
    public static final String NAME = "orders";

    static final Unit UNIT = new Unit("orders", false);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Keeps the ERP's planned shutter orders equal in PostgreSQL, cleaned and deduplicated.";
    }

    @Override
    public Class<?> configuration() {
        return OrdersJob.class;
    }

    @Override
    public JobPreview preview() {
        return new PreviewOrders();
    }

    @Override
    public JobTraits traits() {
        return new JobTraits(Set.of(StartOption.DELETE_RATIO), true, UNIT, "the ERP holds", NAME);
    }

    @Override
    public Optional<RejectQuery> rejects() {
        return Optional.of(OrderRejects.QUERY);
    }

    @Override
    public List<RetainedRows> retained() {
        return OrderRejects.RETAINED;
    }

    @Override
    public List<JobCheck> checks() {
        return List.of(new CheckOrders());
    }

    @Override
    public int workers(JobSettings settings) {
        return settings.get(OrdersSettings.class).workers();
    }

    @Override
    public void require(JobSettings settings) {
        settings.get(OrdersSettings.class).requireSource();
    }
}
