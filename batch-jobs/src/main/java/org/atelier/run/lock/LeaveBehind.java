package org.atelier.run.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.atelier.run.EndRequest;
import org.atelier.run.FailureKind;
import org.atelier.run.NextStep;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOrder;
import org.atelier.run.RunWork;
import org.atelier.sql.Connections;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.FindFailure;
import org.atelier.sql.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a run behind that was to end and does not, for its process would hold the run's lock for ever. A thread of its
 * own that asks nobody anything until then: neither a database that hangs nor a fault of the {@link RunWatch} keeps the
 * process from ending at its time. What it writes down then, it writes on yet another thread and waits for shortly.
 */
final class LeaveBehind implements AutoCloseable, Runnable {

    /** The process is gone within the 30 s that Kubernetes gives a pod. */
    static final Duration USUALLY = Duration.ofSeconds(24);

    private static final Logger LOG = LoggerFactory.getLogger(LeaveBehind.class);

    private static final long PAUSE_MILLIS = 500;
    private static final long RECORD_MILLIS = 4_000;

    private final DatabaseSettings database;
    private final EndRequest end;
    private final RunOrder order;
    private final LongSupplier run;
    private final Duration after;
    private final Function<NextStep, String> inWords;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this, "run-end");

    private LeaveBehind(
            DatabaseSettings database,
            EndRequest end,
            RunOrder order,
            LongSupplier run,
            Duration after,
            Function<NextStep, String> inWords) {
        this.database = database;
        this.end = end;
        this.order = order;
        this.run = run;
        this.after = after;
        this.inWords = inWords;
    }

    /**
     * Begins to wait.
     *
     * @param run the run's id; 0 while there is none
     * @param after how long a run may take to end
     * @param inWords what people type to do a step
     */
    static LeaveBehind start(
            DatabaseSettings database,
            EndRequest end,
            RunOrder order,
            LongSupplier run,
            Duration after,
            Function<NextStep, String> inWords) {
        LeaveBehind leave = new LeaveBehind(database, end, order, run, after, inWords);
        leave.thread.setDaemon(true);
        leave.thread.start();
        return leave;
    }

    @Override
    public void run() {
        long asked = 0;
        try {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (end.isAsked() && asked == 0) {
                    asked = System.nanoTime();
                } else if (asked != 0 && System.nanoTime() - asked > after.toNanos()) {
                    leave();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() throws InterruptedException {
        boolean asked = end.stop().isAsked();
        try {
            Thread record = new Thread(() -> record(asked ? "STOPPED" : "FAILED"), "run-end-record");
            record.setDaemon(true);
            record.start();
            record.join(RECORD_MILLIS);
        } finally {
            order.hooks().doesNotEnd(asked ? RunEnding.STOPPED : RunEnding.UNREACHABLE, goOn());
        }
    }

    /** What cannot be recorded is found by the next start. */
    private void record(String status) {
        String name = Connections.owner("atelier end ");
        try (Connection connection = Connections.open(database, database.url(), name)) {
            Sql.on(connection)
                    .useHandle(handle -> OpenRuns.end(
                            handle,
                            List.of(run.getAsLong()),
                            status,
                            FailureKind.HUNG,
                            "left amid its work, which hung",
                            inWords));
        } catch (SQLException | RuntimeException e) {
            LOG.warn(
                    "The end could not be recorded: {}",
                    new FindFailure("", inWords, FindFailure.Wrapping.NONE)
                            .in(List.of(e))
                            .cause());
        }
    }

    private NextStep goOn() {
        long begun = run.getAsLong();
        return begun == 0
                ? RunWork.of(order.job(), order.scope(), order.target()).start()
                : NextStep.restart(begun);
    }

    /** The run has ended. */
    @Override
    public void close() {
        closed.countDown();
    }
}
