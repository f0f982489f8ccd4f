package org.atelier.run.step;

import org.atelier.run.EndRequest;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * A run that was asked to stop, or whose thread was interrupted, ends its step as stopped, and the interruption is
 * taken note of that way. Without this an interrupted step would end as completed with part of its items written.
 */
final class TerminateOnInterrupt implements StepInterruptionPolicy {

    private final EndRequest end;

    TerminateOnInterrupt(EndRequest end) {
        this.end = end;
    }

    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        // Cleared: with it the end of the step could not be recorded, as the pool lends no connection then.
        if (Thread.interrupted() || end.isAsked()) {
            step.setTerminateOnly();
        }
        if (step.isTerminateOnly()) {
            throw new JobInterruptedException("Stopped at the edge of a chunk");
        }
    }
}
