package org.atelier.orders.stage;

import java.io.IOException;
import org.atelier.run.RunContext;
import org.jdbi.v3.core.Jdbi;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Empties the staging tables, at every start of a run: half a snapshot is worth nothing, and another moment's is not to
 * be mixed with it. A run that has merged already reads nothing more, and neither does one that would repeat the last.
 */
public final class EmptyStaging implements Tasklet {

    /** Empties them; within a transaction, so that a rollback brings the rows back. */
    public static final String EMPTY =
            "truncate etape_commandes_volets_roulants, etape_commandes_volets, etape_commandes_rejets";

    private final Jdbi jdbi;
    private final OrderPlan plan;
    private final ErpOrders orders;
    private final ErasureList erasures;
    private final LastReading last;

    /** Takes what it needs. */
    public EmptyStaging(Jdbi jdbi, OrderPlan plan, ErpOrders orders, ErasureList erasures, LastReading last) {
        this.jdbi = jdbi;
        this.plan = plan;
        this.orders = orders;
        this.erasures = erasures;
        this.last = last;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        long run = RunContext.current().instance();
        if (plan.isMerged(run)) {
            orders.close();
        } else {
            orders.connect();
            plan.clear(run);
            last.clear(run);
            jdbi.useHandle(erasures::load);
            if (last.repeat(run, orders)) {
                orders.close();
            }
            jdbi.useHandle(handle -> handle.execute(EMPTY));
        }
        return RepeatStatus.FINISHED;
    }
}
