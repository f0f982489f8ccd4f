package org.atelier.run;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
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

    /**
     * @param repository where the run is recorded
     * @param transactions of the data source that data and record share
     * @param workers how many work at once, at least 1
     */
    public Steps(JobRepository repository, PlatformTransactionManager transactions, int workers) {
        this.repository = repository;
        this.transactions = transactions;
        this.workers = workers;
    }

    /** A step that is one transaction. */
    public Step once(String name, Tasklet work) {
        return new StepBuilder(name, repository).tasklet(work, transactions).build();
    }

    /** A step on one thread, so many items a transaction. */
    public <I> Step inChunks(String name, int items, ItemReader<I> reader, ItemWriter<I> writer) {
        return new StepBuilder(name, repository)
                .<I, I>chunk(items)
                .transactionManager(transactions)
                .reader(reader)
                .writer(writer)
                .interruptionPolicy(new TerminateOnInterrupt())
                .build();
    }

    /** A step of several workers, one item a transaction; results must not depend on who takes which item. */
    public <I, O> Step parallel(String name, ItemReader<I> queue, ItemProcessor<I, O> processor, ItemWriter<O> writer) {
        Step worker = new StepBuilder(name, repository)
                .<I, O>chunk(1)
                .transactionManager(transactions)
                .reader(queue)
                .processor(processor)
                .writer(writer)
                .interruptionPolicy(new TerminateOnInterrupt())
                .allowStartIfComplete(true)
                .build();
        return new StepBuilder(name, repository)
                .partitioner(name, new Workers())
                .step(worker)
                .gridSize(workers)
                .taskExecutor(new SimpleAsyncTaskExecutor(name + "-"))
                .build();
    }
}
