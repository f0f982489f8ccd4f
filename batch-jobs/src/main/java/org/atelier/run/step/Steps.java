package org.atelier.run.step;

import java.util.function.IntUnaryOperator;
import org.atelier.run.EndRequest;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Builds steps the one safe way: the transaction manager of the data source (a step without it keeps the rows of a
 * failed chunk), an interruption policy that never ends a step as completed, and parallel work by workers that pull
 * from one queue.
 */
public final class Steps {

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final int workers;
    private final EndRequest end;
    private final StepTransactions parts;

    /**
     * @param repository where the run is recorded
     * @param transactions of the data source that data and record share
     * @param workers how many work at once, at least 1
     * @param end what may ask the run to stop
     */
    public Steps(JobRepository repository, PlatformTransactionManager transactions, int workers, EndRequest end) {
        this.repository = repository;
        this.transactions = transactions;
        this.workers = workers;
        this.end = end;
        this.parts = new StepTransactions(transactions);
    }

    /**
     * A step that is one transaction; a restart does not do it again once it is committed. {@link PreparedWork} is
     * prepared before it.
     */
    public Step once(String name, Tasklet work) {
        TaskletStep step = prepared(name, work)
                .tasklet(new OnceTasklet(work, end), transactions)
                .build();
        // The tasklet looks for itself, before its work: to be stopped after the commit would be to lie about it.
        step.setInterruptionPolicy(execution -> {});
        return step;
    }

    /** The same, done at every start of a run, also at its restarts. */
    public Step everyAttempt(String name, Tasklet work) {
        TaskletStep step = prepared(name, work)
                .tasklet(work, transactions)
                .allowStartIfComplete(true)
                .build();
        step.setInterruptionPolicy(new TerminateOnInterrupt(end));
        return step;
    }

    private StepBuilder prepared(String name, Tasklet work) {
        StepBuilder step = new StepBuilder(name, repository);
        return work instanceof PreparedWork prepared ? step.listener(new PrepareWork(prepared, end)) : step;
    }

    /** A step on one thread, so many items a transaction. Only the writer works in it. */
    public <I, O> Step inChunks(
            String name, int items, ItemReader<I> reader, ItemProcessor<I, O> processor, ItemWriter<O> writer) {
        return new StepBuilder(name, repository)
                .<I, O>chunk(items)
                .transactionManager(transactions)
                .reader(parts.readOutside(reader))
                .processor(parts.processOutside(processor))
                .writer(writer)
                .interruptionPolicy(new TerminateOnInterrupt(end))
                .build();
    }

    /**
     * A step of several workers, one item a transaction; results must not depend on who takes which item. Without items
     * there are no workers. Only the writer works in the transaction: to read from a file or another server is what the
     * processor is for.
     */
    public <I, O> Step parallel(String name, WorkQueue<I> queue, ItemProcessor<I, O> processor, ItemWriter<O> writer) {
        return workers(
                        name,
                        new Workers(queue::waiting),
                        parts.readOutside(queue),
                        parts.processOutside(processor),
                        writer)
                .build();
    }

    /**
     * The same, done at every start of a run, also at its restarts.
     *
     * @param useful how many of so many workers have something to do; asked when the step begins
     */
    public <I, O> Step parallelEveryAttempt(
            String name,
            ItemReader<I> queue,
            IntUnaryOperator useful,
            ItemProcessor<I, O> processor,
            ItemWriter<O> writer) {
        return workers(name, new Workers(useful), queue, processor, writer)
                .allowStartIfComplete(true)
                .build();
    }

    private <I, O> PartitionStepBuilder workers(
            String name, Workers division, ItemReader<I> queue, ItemProcessor<I, O> processor, ItemWriter<O> writer) {
        Step worker = new StepBuilder(name, repository)
                .<I, O>chunk(1)
                .transactionManager(transactions)
                .reader(queue)
                .processor(processor)
                .writer(writer)
                .interruptionPolicy(new TerminateOnInterrupt(end))
                .allowStartIfComplete(true)
                .build();
        return new StepBuilder(name, repository)
                .partitioner(name, division)
                .step(worker)
                .gridSize(workers)
                .taskExecutor(new SimpleAsyncTaskExecutor(name + "-"))
                .aggregator(new WorkerFailures());
    }
}
