package org.atelier.run.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.atelier.run.ConfigurationException;
import org.atelier.run.FailureKind;
import org.atelier.run.NextStep;
import org.atelier.run.RunIdentity;
import org.atelier.run.RunRefusedException;
import org.atelier.run.RunRefusedException.Reason;
import org.atelier.run.RunTarget;
import org.atelier.sql.Connections;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the holder of a scope's lock its owner: ends what a dead owner left open, in the server and in the record, and
 * counts the epoch up, so that this owner can commit nothing any more.
 */
public final class TakeOver {

    static final String DIED = "its process died";

    private static final Logger LOG = LoggerFactory.getLogger(TakeOver.class);

    private final DatabaseSettings database;
    private final String job;
    private final String scope;
    private final Function<NextStep, String> inWords;

    /** @param inWords what people type to do a step */
    public TakeOver(DatabaseSettings database, String job, String scope, Function<NextStep, String> inWords) {
        this.database = database;
        this.job = job;
        this.scope = scope;
        this.inWords = inWords;
    }

    /**
     * Takes the scope over for a start.
     *
     * @param lock the scope's, held
     * @param recover whether dead runs may be recovered
     * @throws RunRefusedException when the target cannot be run
     * @throws ConfigurationException when the lock is not where data go
     */
    public RunIdentity forStart(RunLock lock, RunTarget target, boolean recover) throws SQLException {
        try (Connection connection = Connections.open(database, database.url(), Connections.owner("atelier start "));
                Handle handle = Sql.on(connection).open()) {
            prove(lock, connection);
            endSessions(handle);
            return handle.inTransaction(transaction -> {
                Owned owned = countUp(transaction, target instanceof RunTarget.Tick);
                recover(transaction, recover, target);
                RunIdentities.Chosen chosen = new RunIdentities(transaction, job, scope).choose(target, owned.seq());
                return new RunIdentity(scope, owned.epoch(), chosen.parameters(), chosen.days(), chosen.rebuild());
            });
        }
    }

    /** A lock in another database, or one that a pooler lends to everybody, would keep nobody out. */
    private static void prove(RunLock lock, Connection connection) throws SQLException {
        LockProof.Verdict verdict = lock.seenBy(connection);
        if (verdict == LockProof.Verdict.SHARED || !lock.isHeld()) {
            throw new ConfigurationException("the database is reached through a pooler that does not keep sessions:"
                    + " set atelier.database.lock-url to an address past it");
        }
        if (verdict == LockProof.Verdict.ELSEWHERE) {
            throw new ConfigurationException(
                    "atelier.database.lock-url leads to another database than atelier.database.url");
        }
    }

    /** Takes the scope over to recover its dead runs; returns them. */
    List<Long> toRecover(Handle handle) {
        endSessions(handle);
        return handle.inTransaction(transaction -> {
            countUp(transaction, false);
            return end(transaction);
        });
    }

    /** A dead owner's transactions may still hold rows: its machine is gone, or it is merely suspended. */
    private void endSessions(Handle handle) {
        handle.createQuery("""
                        select pg_terminate_backend(pid, 5000) from pg_stat_activity
                         where application_name = :name and datname = current_database() and usename = current_user
                        """)
                .bind("name", Connections.ofRun(scope))
                .mapTo(Boolean.class)
                .list();
    }

    private record Owned(long seq, long epoch) {}

    private Owned countUp(Handle handle, boolean tick) {
        return handle.createQuery("""
                        insert into atelier_scope as s (scope, epoch, seq) values (:scope, 1, :step)
                            on conflict (scope) do update set epoch = s.epoch + 1, seq = s.seq + :step
                        returning seq, epoch
                        """)
                .bind("scope", scope)
                .bind("step", tick ? 1 : 0)
                .map((row, context) -> new Owned(row.getLong("seq"), row.getLong("epoch")))
                .one();
    }

    private void recover(Handle handle, boolean wanted, RunTarget target) {
        if (wanted) {
            end(handle);
            return;
        }
        List<Long> dead = OpenRuns.of(handle, scope);
        if (!dead.isEmpty() && !(target instanceof RunTarget.Tick)) {
            throw new RunRefusedException(
                    Reason.DEAD,
                    "run " + dead.get(dead.size() - 1) + " of " + job + " was not ended: " + DIED,
                    "--recover never keeps it from being recovered now",
                    new NextStep.OfRun(NextStep.RunAction.RECOVER, dead.get(dead.size() - 1)));
        }
    }

    private List<Long> end(Handle handle) {
        List<Long> dead = OpenRuns.of(handle, scope);
        if (!dead.isEmpty()) {
            LOG.warn("Recovered {} {}: {}", dead.size() == 1 ? "run" : "runs", dead, DIED);
            OpenRuns.end(handle, dead, "FAILED", FailureKind.DIED, DIED, inWords);
        }
        return dead;
    }
}
