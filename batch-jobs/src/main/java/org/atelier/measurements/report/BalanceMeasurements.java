package org.atelier.measurements.report;

import org.atelier.run.step.RunContext;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Fails the run when what came out of it is not what went in. */
public final class BalanceMeasurements implements Tasklet {

    private final MeasurementFigures figures;

    /** Takes the run's figures. */
    public BalanceMeasurements(MeasurementFigures figures) {
        this.figures = figures;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        figures.balance(RunContext.current().instance());
        return RepeatStatus.FINISHED;
    }
}
