package org.atelier.run.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.atelier.run.EndRequest;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Prepares {@link PreparedWork} before the transaction of its step is opened; not when it was done by an earlier
 * attempt, nor after a stop was asked for: then the step does not begin either.
 */
record PrepareWork(PreparedWork work, EndRequest end) implements StepExecutionListener {

    @Override
    public void beforeStep(StepExecution step) {
        boolean done = step.getExecutionContext().containsKey(OnceTasklet.DONE);
        if (!done && !end.isAsked() && !Thread.currentThread().isInterrupted()) {
            try {
                work.prepare();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
