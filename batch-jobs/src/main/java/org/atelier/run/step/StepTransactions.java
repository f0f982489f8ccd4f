package org.atelier.run.step;

import java.io.IOException;
import java.sql.SQLException;
import org.atelier.sql.SqlStates;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Leaves the transaction of a step for work that must not hold it open, and undoes a part of it by itself.
 *
 * <p>PostgreSQL sees a transaction from its first statement on. As long as a step only works {@link #outside}, there is
 * none: no remote call and no reading of a file meets the limits that an administrator sets on transactions.
 * Thread-safe.
 */
public final class StepTransactions {

    private static final TransactionDefinition OUTSIDE =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    private static final TransactionDefinition PART =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);

    private final PlatformTransactionManager transactions;

    /** @param transactions of the data source that the step writes to */
    public StepTransactions(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    /** Work that gives something. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        @Nullable T done() throws Exception;
    }

    /** Writes that are undone together. */
    @FunctionalInterface
    public interface Writes {
        /** Writes. */
        void write() throws SQLException, IOException;
    }

    /**
     * Works outside of the transaction, each statement in one of its own. Nothing may have been written before: it
     * would not be seen. Behind a pooler that shares sessions it works in the transaction, which has lifted all limits:
     * its first statement has taken a session already, and a second one may not be had.
     */
    public <T> @Nullable T outside(Work<T> work) throws Exception {
        if (transactions instanceof FencedTransactions fenced && fenced.liftsLimits()) {
            return work.done();
        }
        TransactionStatus none = transactions.getTransaction(OUTSIDE);
        try {
            return work.done();
        } finally {
            transactions.rollback(none);
        }
    }

    /** A reader whose queries are no part of the chunk's transaction. */
    <T> ItemReader<T> readOutside(ItemReader<T> reader) {
        return () -> outside(reader::read);
    }

    /** A processor whose work is no part of the chunk's transaction. */
    <I, O> ItemProcessor<I, O> processOutside(ItemProcessor<I, O> processor) {
        return item -> outside(() -> processor.process(item));
    }

    /**
     * Writes, and undoes that by itself when it fails.
     *
     * @return why the database refused the data; null when all was written
     * @throws SQLException when it failed for another reason, which the data have no part in
     */
    public @Nullable SQLException part(Writes writes) throws SQLException, IOException {
        TransactionStatus part = transactions.getTransaction(PART);
        try {
            writes.write();
            transactions.commit(part);
            return null;
        } catch (SQLException | IOException | RuntimeException e) {
            undo(part, e);
            SQLException refused = SqlStates.refusedData(e);
            if (refused == null) {
                throw e;
            }
            return refused;
        }
    }

    private void undo(TransactionStatus part, Exception reason) {
        try {
            if (!part.isCompleted()) {
                transactions.rollback(part);
            }
        } catch (RuntimeException e) {
            // The connection is gone, most likely; why the writes failed says more.
            reason.addSuppressed(e);
        }
    }
}
