package org.atelier.orders;

import org.atelier.orders.erp.OrderBatch;
import org.atelier.orders.merge.MergeOrders;
import org.atelier.orders.stage.CopyToStaging;
import org.atelier.orders.stage.EmptyStaging;
import org.atelier.orders.stage.ErpOrders;
import org.atelier.orders.stage.MakeRows;
import org.atelier.orders.stage.RecordReading;
import org.atelier.orders.stage.SealStaging;
import org.atelier.orders.stage.StagedBatch;
import org.atelier.run.step.Steps;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The job {@code orders}, from the ERP's tables in MySQL to two tables of planned shutter orders:
 *
 * <ol>
 *   <li>{@code find}: find the ERP's tables, take a snapshot of them, empty the staging tables;
 *   <li>{@code stage}: stream the orders of the snapshot; clean, select, deduplicate; COPY them into staging;
 *   <li>{@code seal}: count and hash what was staged;
 *   <li>{@code merge}: verify staging, guard against an emptied ERP, and change both tables in one transaction.
 * </ol>
 *
 * When nothing changed since the last run, {@code find} plans its result once more, nothing is read or staged, and
 * {@code merge} writes to no table of orders.
 *
 * <p>A restart takes a new snapshot: the first three steps are done at every start, the last one once.
 */
@Configuration(proxyBeanMethods = false)
@Import(OrdersParts.class)
public class OrdersJob {

    @Bean
    Job orders(
            JobRepository repository,
            Steps steps,
            EmptyStaging find,
            ErpOrders orders,
            MakeRows makeRows,
            CopyToStaging copy,
            SealStaging seal,
            MergeOrders merge,
            RecordReading reading) {
        return new JobBuilder(Orders.NAME, repository)
                .listener(reading)
                .start(steps.everyAttempt("find", find))
                .next(steps.<OrderBatch, StagedBatch>parallelEveryAttempt(
                        "stage", orders, orders::useful, makeRows, copy))
                .next(steps.everyAttempt("seal", seal))
                .next(steps.once("merge", merge))
                .build();
    }
}
