package org.atelier.orders.stage;

import java.io.IOException;
import java.util.Optional;
import org.atelier.run.step.PreparedWork;
import org.atelier.run.step.RunContext;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Takes a snapshot of the ERP and looks whether the last reading of it would be repeated; then, in one transaction,
 * empties the staging tables and plans again. At every start of a run: half a snapshot is worth nothing, and another
 * moment's is not to be mixed with it. A run that has merged already reads nothing more.
 */
public final class EmptyStaging implements PreparedWork {

    private final Jdbi jdbi;
    private final OrderPlan plan;
    private final ErpOrders orders;
    private final ErasureList erasures;
    private final LastReading last;
    private @Nullable Reading repeated;
    private boolean merged;

    /** Takes what it needs. */
    public EmptyStaging(Jdbi jdbi, OrderPlan plan, ErpOrders orders, ErasureList erasures, LastReading last) {
        this.jdbi = jdbi;
        this.plan = plan;
        this.orders = orders;
        this.erasures = erasures;
        this.last = last;
    }

    @Override
    public void prepare() throws IOException {
        merged = plan.isMerged(RunContext.current().instance());
        if (merged) {
            orders.close();
            return;
        }
        orders.connect();
        jdbi.useHandle(erasures::load);
        Optional<Reading> same = last.unchanged(orders);
        repeated = same.orElse(null);
        if (same.isPresent()) {
            orders.close();
        }
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        if (!merged) {
            long run = RunContext.current().instance();
            plan.clear(run);
            last.clear(run);
            if (repeated != null) {
                last.repeat(run, repeated);
            }
            jdbi.useHandle(StagingTables::empty);
        }
        return RepeatStatus.FINISHED;
    }
}
