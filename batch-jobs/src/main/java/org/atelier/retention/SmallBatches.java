package org.atelier.retention;

import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Deletes in many transactions, each of them short whatever a row weighs: a statement that takes longer than its time
 * is undone by the server, and from then on half as many rows are tried. What cannot be divided gets more time.
 */
final class SmallBatches {

    /** Long enough for thousands of rows, short enough that nobody behind a lock notices. */
    static final Duration USUAL_TIME = Duration.ofSeconds(2);

    private static final int MORE = 30;
    private static final String CANCELED = "57014";

    private final Jdbi jdbi;
    private final Duration time;

    /** @param time what a statement of a batch may take */
    SmallBatches(Jdbi jdbi, Duration time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** One batch, in its transaction. */
    @FunctionalInterface
    interface Batch {

        /** Deletes at most so many; returns how many there were. */
        int delete(Handle handle, int most);
    }

    /**
     * Deletes until fewer than asked for are there.
     *
     * @param first how many to begin with
     * @return how many were deleted
     */
    long deleteAll(int first, Batch batch) {
        long all = 0;
        int size = first;
        while (true) {
            int deleted = attempt(size, batch);
            if (deleted < 0) {
                size = size / 2;
            } else if (deleted < size) {
                return all + deleted;
            } else {
                all += deleted;
            }
        }
    }

    /** Below zero when that many took too long. */
    private int attempt(int size, Batch batch) {
        try {
            return jdbi.inTransaction(handle -> {
                long millis = time.toMillis() * (size == 1 ? MORE : 1);
                handle.execute("set local statement_timeout = " + millis);
                return batch.delete(handle, size);
            });
        } catch (UnableToExecuteStatementException e) {
            if (size > 1 && e.getCause() instanceof SQLException cause && CANCELED.equals(cause.getSQLState())) {
                return -1;
            }
            throw e;
        }
    }
}
