package org.atelier.orders.stage;

import java.util.Map;
import org.atelier.orders.erp.ErpTable;
import org.atelier.run.step.RunContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records what a run read, for the next one, when the run has done all else: the fingerprints are waited for while no
 * transaction is open. A run that records none is as good as any other; the next one reads everything then.
 */
public final class RecordReading implements JobExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(RecordReading.class);

    private final TransactionTemplate transaction;
    private final LastReading last;
    private final ErpOrders orders;

    /** Takes what it needs. */
    public RecordReading(PlatformTransactionManager transactions, LastReading last, ErpOrders orders) {
        this.transaction = new TransactionTemplate(transactions);
        this.last = last;
        this.orders = orders;
    }

    @Override
    public void afterJob(JobExecution job) {
        if (job.getStatus() != BatchStatus.COMPLETED) {
            return;
        }
        Map<ErpTable, String> fingerprints = orders.fingerprints();
        if (fingerprints.isEmpty()) {
            return;
        }
        RunContext run = new RunContext(job.getJobInstance().getInstanceId(), job.getId());
        try {
            transaction.executeWithoutResult(status -> last.record(run, fingerprints));
        } catch (RuntimeException e) {
            LOG.warn("What was read could not be kept, so the next run reads all orders again: {}", e.getMessage());
        }
    }
}
