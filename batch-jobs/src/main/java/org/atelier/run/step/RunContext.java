package org.atelier.run.step;

import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.StepExecution;

/**
 * The keys of the run that is at work.
 *
 * @param instance the job instance: what the plan belongs to, the same after a restart
 * @param execution the job execution: this attempt
 */
public record RunContext(long instance, long execution) {

    /**
     * Of the step that the calling thread works for.
     *
     * @throws IllegalStateException outside a step
     */
    public static RunContext current() {
        StepContext context = StepSynchronizationManager.getContext();
        if (context == null) {
            throw new IllegalStateException("Not within a step");
        }
        StepExecution step = context.getStepExecution();
        return new RunContext(
                step.getJobExecution().getJobInstance().getInstanceId(),
                step.getJobExecution().getId());
    }
}
