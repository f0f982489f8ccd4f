package org.atelier.orders.stage;

import org.atelier.run.BalanceException;
import org.atelier.run.RunContext;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes down what was staged, count and hash, once all of it is there; not where another result is repeated. */
public final class SealStaging implements Tasklet {

    private final OrderPlan plan;
    private final StagingTally tally;
    private final ErpOrders orders;
    private final LastReading last;

    /** Takes what it needs. */
    public SealStaging(OrderPlan plan, StagingTally tally, ErpOrders orders, LastReading last) {
        this.plan = plan;
        this.tally = tally;
        this.orders = orders;
        this.last = last;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RunContext run = RunContext.current();
        if (plan.of(run.instance()).isEmpty()) {
            for (StagedTable staged : tally.tables()) {
                if (!staged.counts().balances()) {
                    throw new BalanceException(
                            "Selected orders are not kept + duplicates + rejected + suppressed: " + staged);
                }
                plan.staged(run.instance(), tally.heads(), staged);
            }
            last.keep(run, orders);
        }
        return RepeatStatus.FINISHED;
    }
}
