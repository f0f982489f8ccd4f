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
final class BackgroundQuery<T> {

    private final FutureTask<T> task;

    /** Begins. */
    BackgroundQuery(Callable<T> question) {
        task = new FutureTask<>(question);
        Thread thread = new Thread(task, "erp");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for the answer, as long as its connection does.
     *
     * @throws IOException when there will be none
     */
    T get() throws IOException {
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw fault(e);
        }
    }

    /**
     * Waits for the answer.
     *
     * @param patience for how long
     * @throws IOException when there is none by then, or will be none
     */
    T get(Duration patience) throws IOException {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + patience.toSeconds() + " seconds", e);
        } catch (InterruptedException | ExecutionException e) {
            throw fault(e);
        }
    }

    private static IOException fault(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new InterruptedIOException("Interrupted while the ERP was waited for");
        }
        if (e.getCause() instanceof RuntimeException fault) {
            throw fault;
        }
        return e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
    }
}
