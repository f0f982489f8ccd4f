package org.atelier.run.step;

import java.util.Collection;
import org.springframework.batch.core.partition.StepExecutionAggregator;
import org.springframework.batch.core.partition.support.DefaultStepExecutionAggregator;
import org.springframework.batch.core.step.StepExecution;

/** Adds the workers' counts up, and keeps why they failed: by itself the step would only say that a worker did. */
final class WorkerFailures implements StepExecutionAggregator {

    private final StepExecutionAggregator counts = new DefaultStepExecutionAggregator();

    @Override
    public void aggregate(StepExecution step, Collection<StepExecution> workers) {
        counts.aggregate(step, workers);
        workers.forEach(worker -> worker.getFailureExceptions().forEach(step::addFailureException));
    }
}
