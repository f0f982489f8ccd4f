package org.atelier.run.engine;

import org.atelier.sql.FindFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.transaction.TransactionSystemException;

/** What Spring's exceptions hide. */
final class SpringExceptions implements FindFailure.Wrapping {

    /** A failed rollback hides why there was one. */
    @Override
    public @Nullable Throwable hidden(Throwable failure) {
        return failure instanceof TransactionSystemException rollback ? rollback.getApplicationException() : null;
    }

    /** Spring Batch only says that a worker failed; the worker says why. */
    @Override
    public boolean isVague(Throwable failure) {
        return failure instanceof JobExecutionException;
    }
}
