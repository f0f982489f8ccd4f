package org.atelier.run.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.atelier.run.NextStep;
import org.atelier.run.NextStep.RunAction;
import org.atelier.run.RunRefusedException;
import org.atelier.run.RunRefusedException.Reason;
import org.atelier.run.RunWork;
import org.atelier.sql.Connections;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Stops, recovers and abandons runs of other processes. What a run's record says is never believed: whether it lives is
 * whether its scope's lock can be had. Uses no Spring. Thread-safe.
 */
public final class RunControl {

    private final DatabaseSettings database;
    private final Function<NextStep, String> inWords;

    /** @param inWords what people type to do a step */
    public RunControl(DatabaseSettings database, Function<NextStep, String> inWords) {
        this.database = database;
        this.inWords = inWords;
    }

    /**
     * Asks a run to stop; its process notices within seconds.
     *
     * @return whether this call was the first one to ask
     */
    public boolean askToStop(long run) throws SQLException {
        try (Connection connection = open();
                Handle handle = jdbi(connection).open()) {
            return handle.createUpdate("""
                            update atelier_run set stop_requested = now()
                             where job_execution_id = :run and stop_requested is null
                            """).bind("run", run).execute() > 0;
        }
    }

    /**
     * Whether nobody is at work in the scope, waiting for that at most so long. It is then that work has really ended,
     * whatever the record says.
     */
    public boolean isIdle(String scope, Duration patience) throws SQLException {
        try (RunLock lock = RunLock.take(database, scope, patience).orElse(null)) {
            return lock != null;
        }
    }

    /**
     * Ends the server's session that holds the scope's lock. For a machine that is gone while the server still waits
     * for it; a process that lives after all can commit nothing any more.
     */
    public void breakLock(String scope) throws SQLException {
        try (Connection connection = open();
                Handle handle = jdbi(connection).open()) {
            handle.createQuery("select pg_terminate_backend(l.pid, 5000) from pg_locks l, (select "
                            + ScopeLock.KEY.replace("?", ":scope") + " as key) k where l.granted and "
                            + ScopeLock.MATCHES)
                    .bind("scope", scope)
                    .mapTo(Boolean.class)
                    .list();
        }
    }

    /**
     * Recovers the dead runs of a scope.
     *
     * @return their ids
     * @throws RunRefusedException when a run of the scope lives
     */
    public List<Long> recover(String job, String scope, long run) throws SQLException {
        return underLock(
                scope,
                "run " + run + " is alive and is not recovered",
                handle -> new TakeOver(database, job, scope, inWords).toRecover(handle));
    }

    /**
     * Gives up a run that failed, was stopped or died: it cannot be restarted any more, and its range begins again.
     *
     * @return what begins its work again
     * @throws RunRefusedException when it lives, or is over
     */
    public RunWork abandon(String job, String scope, long run) throws SQLException {
        return underLock(scope, "run " + run + " cannot be abandoned while its scope is at work", handle -> {
            new TakeOver(database, job, scope, inWords).toRecover(handle);
            handle.useTransaction(transaction -> abandon(transaction, run));
            return new RunIdentities(handle, job, scope).work(run);
        });
    }

    private <T> T underLock(String scope, String refusal, Function<Handle, T> work) throws SQLException {
        RunLock lock = lock(scope, refusal);
        try (Connection connection = open();
                Handle handle = jdbi(connection).open()) {
            return work.apply(handle);
        } finally {
            lock.close();
        }
    }

    private static void abandon(Handle handle, long run) {
        Optional<String> status = handle.createQuery(
                        "select status from batch_job_execution where job_execution_id = :run for update")
                .bind("run", run)
                .mapTo(String.class)
                .findOne();
        if (status.isEmpty() || status.get().equals("COMPLETED") || status.get().equals("ABANDONED")) {
            String is = status.map(name -> name.equals("COMPLETED") ? "is complete" : "is abandoned already")
                    .orElse("is not there");
            throw new RunRefusedException(
                    Reason.OVER,
                    "run " + run + " " + is,
                    "there is nothing to abandon",
                    new NextStep.OfRun(RunAction.SHOW, run));
        }
        handle.createUpdate("""
                        update batch_job_execution set status = 'ABANDONED', version = version + 1,
                               last_updated = now() at time zone 'UTC',
                               end_time = coalesce(end_time, now() at time zone 'UTC')
                         where job_execution_id = :run
                        """).bind("run", run).execute();
        handle.createUpdate("update atelier_run set next_step = null, next_action = null where job_execution_id = :run")
                .bind("run", run)
                .execute();
    }

    private RunLock lock(String scope, String refusal) throws SQLException {
        return RunLock.tryTake(database, scope)
                .orElseThrow(() -> new RunRefusedException(
                        Reason.LOCKED,
                        refusal,
                        "a process holds the lock of " + scope,
                        new NextStep.Just(NextStep.Plain.STATUS).to("to see it")));
    }

    private Connection open() throws SQLException {
        return Connections.open(database, database.url(), Connections.owner("atelier control "));
    }

    private static Jdbi jdbi(Connection connection) {
        return Sql.on(connection);
    }
}
