package org.atelier.orders.stage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Something that is asked of the ERP's server while others work. Does not keep the program from ending. Thread-safe.
 */
final class Aside<T> {

    private final FutureTask<T> task;

    /** Begins. */
    Aside(Callable<T> question) {
        task = new FutureTask<>(question);
        Thread thread = new Thread(task, "erp");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for the answer.
     *
     * @param patience for how long
     * @throws TimeoutException when there is none by then
     * @throws IOException when there will be none
     */
    T get(Duration patience) throws IOException, TimeoutException {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the ERP was waited for");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
        }
    }
}
