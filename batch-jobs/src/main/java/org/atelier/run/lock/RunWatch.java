package org.atelier.run.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.atelier.run.EndRequest;
import org.atelier.run.NextStep;
import org.atelier.run.Progress;
import org.atelier.run.RunOrder;
import org.atelier.sql.Connections;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run's own watchman, on a thread and a connection of its own: sees that the lock is held, tells that the run lives
 * and how far it is, notices a stop that was asked for in the database, and helps a stop along that takes too long.
 */
public final class RunWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

    private static final int ANSWER_MILLIS = 10_000;
    private static final Duration CANCEL_AFTER = Duration.ofSeconds(8);

    private final DatabaseSettings database;
    private final RunLock lock;
    private final EndRequest end;
    private final RunOrder order;
    private final Progress progress;
    private final LeaveBehind leave;
    private final Rounds rounds;
    private volatile boolean closed;
    private volatile long run;
    private @Nullable Connection connection;
    private boolean complained;
    private long endingSince;

    private RunWatch(
            DatabaseSettings database,
            RunLock lock,
            EndRequest end,
            RunOrder order,
            Function<NextStep, String> inWords) {
        this.database = database;
        this.lock = lock;
        this.end = end;
        this.order = order;
        this.progress = order.progress();
        this.leave = LeaveBehind.start(database, end, order, () -> run, LeaveBehind.USUALLY, inWords);
        this.rounds = Rounds.start("run-watch", this::round, this::disconnect);
    }

    /**
     * Begins to watch.
     *
     * @param inWords what people type to do a step
     */
    public static RunWatch start(
            DatabaseSettings database,
            RunLock lock,
            EndRequest end,
            RunOrder order,
            Function<NextStep, String> inWords) {
        return new RunWatch(database, lock, end, order, inWords);
    }

    /** From now on the run is there to be told of. */
    public void begin(long runId) {
        run = runId;
    }

    private void round() {
        lookAtLock();
        beat();
        helpToEnd();
    }

    private void lookAtLock() {
        if (end.lost() != null || closed) {
            return;
        }
        try {
            if (!lock.isHeld()) {
                lost("the session that answers does not hold it; past a pooler, set atelier.database.lock-url");
            }
        } catch (SQLException e) {
            lost(String.valueOf(e.getMessage()));
        }
    }

    private void lost(String why) {
        if (!closed) {
            LOG.error("The lock of {} is lost, so the run ends: {}", order.scope(), why);
            end.lost("The run's lock was lost: " + why);
        }
    }

    private void beat() {
        if (run == 0 || end.lost() != null) {
            return;
        }
        try (PreparedStatement beat = connection().prepareStatement("""
                update atelier_run r
                   set heartbeat = now(), progress = p.now,
                       progress_at = case when r.progress is distinct from p.now then now() else r.progress_at end
                  from (select jsonb_build_object('phase', ?::text, 'done', ?::bigint, 'total', ?::bigint,
                                                  'lines', ?::bigint, 'rejects', ?::bigint) as now) p
                 where r.job_execution_id = ? returning r.stop_requested is not null""")) {
            Progress.Look look = progress.look();
            beat.setString(1, look.phase());
            beat.setLong(2, look.done());
            beat.setLong(3, look.total());
            beat.setLong(4, look.lines());
            beat.setLong(5, look.rejects());
            beat.setLong(6, run);
            try (ResultSet row = beat.executeQuery()) {
                if (row.next() && row.getBoolean(1) && !end.stop().isAsked()) {
                    LOG.info("A stop was asked for; it comes at the edge of the chunks at work");
                    end.stop().ask("asked for in the database");
                }
            }
            complained = false;
        } catch (SQLException e) {
            complain("No sign of life could be given", e);
        }
    }

    /** A stop ends at the chunk's edge; one that is far off is brought near. */
    private void helpToEnd() {
        if (!end.isAsked()) {
            return;
        }
        if (endingSince == 0) {
            endingSince = System.nanoTime();
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - endingSince);
        if (waited.compareTo(CANCEL_AFTER) > 0) {
            cancelStatements();
        }
    }

    private void cancelStatements() {
        try (PreparedStatement cancel = connection().prepareStatement("""
                select pg_cancel_backend(pid) from pg_stat_activity
                 where application_name = ? and datname = current_database() and usename = current_user
                   and state = 'active' and query_start < now() - interval '3 seconds'""")) {
            cancel.setString(1, Connections.ofRun(order.scope()));
            cancel.executeQuery().close();
        } catch (SQLException e) {
            complain("Statements at work could not be cancelled", e);
        }
    }

    /** Once, until it works again: this is tried every second. */
    private void complain(String what, SQLException e) {
        disconnect();
        if (complained) {
            LOG.debug("{}: {}", what, e.getMessage());
        } else {
            LOG.warn("{}: {}", what, e.getMessage());
        }
        complained = true;
    }

    private Connection connection() throws SQLException {
        Connection known = connection;
        if (known == null) {
            known = Connections.open(database, database.url(), Connections.owner("atelier watch "));
            known.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
            connection = known;
        }
        return known;
    }

    private void disconnect() {
        Connection gone = connection;
        connection = null;
        if (gone != null) {
            try {
                gone.close();
            } catch (SQLException e) {
                LOG.debug("Closing a broken connection", e);
            }
        }
    }

    /** Ends the watch; the last sign of life has been given. */
    @Override
    public void close() {
        leave.close();
        closed = true;
        rounds.close();
    }
}
