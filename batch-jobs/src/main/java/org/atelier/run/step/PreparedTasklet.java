package org.atelier.run.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.atelier.run.EndRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** {@link PreparedWork} that is done at every start of a run: prepared before its transaction is opened. */
final class PreparedTasklet implements Tasklet, StepExecutionListener {

    private final PreparedWork work;
    private final EndRequest end;

    PreparedTasklet(PreparedWork work, EndRequest end) {
        this.work = work;
        this.end = end;
    }

    /** Here no transaction is open yet. After a stop was asked for the work is not begun either. */
    @Override
    public void beforeStep(StepExecution step) {
        if (!end.isAsked() && !Thread.currentThread().isInterrupted()) {
            try {
                work.prepare();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
        return work.execute(contribution, chunk);
    }
}
