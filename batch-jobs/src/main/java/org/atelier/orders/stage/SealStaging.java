package org.atelier.orders.stage;

import org.atelier.run.BalanceException;
import org.atelier.run.step.RunContext;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes down what was staged, count and hash, once all of it is there; not where another result is repeated. */
public final class SealStaging implements Tasklet {

    private final OrderPlan plan;
    private final StagingTally tally;

    /** Takes what it needs. */
    public SealStaging(OrderPlan plan, StagingTally tally) {
        this.plan = plan;
        this.tally = tally;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        long run = RunContext.current().instance();
        if (plan.of(run).isEmpty()) {
            for (StagedTable staged : tally.tables()) {
                if (!staged.counts().balances()) {
                    throw new BalanceException(
                            "Selected orders are not kept + duplicates + rejected + suppressed: " + staged);
                }
                plan.staged(run, tally.heads(), staged);
            }
        }
        return RepeatStatus.FINISHED;
    }
}
