package org.atelier.run.step;

import org.atelier.run.EndRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Work that is one transaction and is done once in the life of a run: a mark in the step's context commits with it, so
 * a process that dies before the step's row says so does not do it again when it is restarted. Not begun any more when
 * a stop was asked for.
 */
final class OnceTasklet implements Tasklet {

    static final String DONE = "atelier.done";

    private final Tasklet work;
    private final EndRequest end;

    OnceTasklet(Tasklet work, EndRequest end) {
        this.work = work;
        this.end = end;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
        StepExecution step = contribution.getStepExecution();
        if (step.getExecutionContext().containsKey(DONE)) {
            return RepeatStatus.FINISHED;
        }
        if (end.isAsked() || Thread.currentThread().isInterrupted()) {
            step.setTerminateOnly();
            return RepeatStatus.FINISHED;
        }
        RepeatStatus status = work.execute(contribution, chunk);
        if (status != RepeatStatus.CONTINUABLE) {
            step.getExecutionContext().put(DONE, true);
        }
        return status;
    }
}
