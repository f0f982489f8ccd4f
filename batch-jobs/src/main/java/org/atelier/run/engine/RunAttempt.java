package org.atelier.run.engine;

import java.util.function.Function;
import java.util.function.LongFunction;
import org.atelier.run.EndRequest;
import org.atelier.run.NextStep;
import org.atelier.run.Rebuild;
import org.atelier.run.RunIdentity;
import org.atelier.run.RunOwner;
import org.atelier.run.RunReport;
import org.atelier.run.SummarySource;
import org.atelier.run.lock.RunIdentities;
import org.atelier.sql.FindFailure;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One execution of a job, by the owner of its scope.
 *
 * @param report how it ended
 * @param again whether the same may go well at once: the database was gone for a moment, and nobody asked for a stop
 */
record RunAttempt(RunReport report, boolean again) {

    private static final Logger LOG = LoggerFactory.getLogger(RunAttempt.class);

    /** Runs the job to its end, or to the point where its end could not even be recorded. */
    static RunAttempt run(
            ConfigurableApplicationContext context,
            RunIdentity identity,
            RunOwner owner,
            EndRequest end,
            LongFunction<String> begun,
            FindFailure find,
            Function<NextStep, String> inWords)
            throws Exception {
        Jdbi jdbi = context.getBean(Jdbi.class);
        AbstractJob job = context.getBean(AbstractJob.class);
        RunRecorder recorder = new RunRecorder(jdbi, identity, owner, end, begun, find);
        job.registerJobExecutionListener(recorder);
        JobExecution execution;
        try {
            execution = context.getBean(JobOperator.class).start(job, parameters(identity));
        } catch (Exception e) {
            execution = recorder.execution();
            if (execution == null) {
                throw e;
            }
            LOG.error("The end of run {} could not be recorded: {}", execution.getId(), e.getMessage());
            execution.setStatus(BatchStatus.FAILED);
            execution.addFailureException(e);
        }
        RunReport report = new RunConclusion(jdbi, context.getBean(SummarySource.class), end, identity, find, inWords)
                .conclude(execution);
        boolean passing = end.lost() != null || find.isPassing(execution.getAllFailureExceptions());
        boolean undone = execution.getStatus() != BatchStatus.COMPLETED;
        return new RunAttempt(report, undone && passing && !end.stop().isAsked());
    }

    private static JobParameters parameters(RunIdentity identity) {
        JobParametersBuilder parameters = new JobParametersBuilder();
        identity.parameters().forEach((name, value) -> {
            if (value instanceof Long number) {
                parameters.addLong(name, number);
            } else {
                parameters.addString(name, value.toString());
            }
        });
        Rebuild rebuild = identity.rebuild();
        if (rebuild != null) {
            parameters.addString(RunIdentities.REBUILD, rebuild.parameter(), false);
        }
        return parameters.toJobParameters();
    }
}
