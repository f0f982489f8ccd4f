package org.atelier.run.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.atelier.run.Shard;
import org.atelier.sql.Connections;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.SqlStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to run a job in a scope: a PostgreSQL advisory lock on a connection of its own, outside every pool. It ends
 * with that connection, so whoever can take it knows that nobody else is at work. A shard shares the lock of the whole
 * with the other shards, so that they work beside each other and never beside a run of the whole.
 *
 * <p>Thread-safe: one thread may look at it while another one gives it back.
 */
public final class RunLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);

    private static final int ANSWER_MILLIS = 10_000;
    private static final long NANOS_A_MILLI = 1_000_000;

    /** The server counts a time-out in milliseconds of 32 bits; 24 days. */
    private static final long LONGEST_WAIT_MILLIS = Integer.MAX_VALUE;

    /** A machine that lost its power holds its lock no longer than the server takes to notice. */
    private static final String SESSION =
            "set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5;" + " set tcp_keepalives_count = 3";

    private final Connection connection;
    private final String scope;
    private final Holder holder;

    /**
     * The server's process that holds the lock.
     *
     * @param pid its number
     * @param since when it began, seconds since 1970 with decimals, for numbers are used again
     */
    record Holder(int pid, String since) {}

    private RunLock(Connection connection, String scope, Holder holder) {
        this.connection = connection;
        this.scope = scope;
        this.holder = holder;
    }

    /** Takes the lock at once, or finds it taken. */
    public static Optional<RunLock> tryTake(DatabaseSettings database, String scope) throws SQLException {
        return take(database, scope, Duration.ZERO);
    }

    /**
     * Takes the lock, waiting for it at most so long (and at most 24 days); who waits longest gets it first.
     *
     * @param scope what it guards, such as {@code machine-logs}
     * @return empty when somebody else still holds it then
     * @throws SQLException when the database cannot be reached
     */
    public static Optional<RunLock> take(DatabaseSettings database, String scope, Duration patience)
            throws SQLException {
        String url = Objects.requireNonNullElse(database.lockUrl(), database.url());
        Connection connection = Connections.open(database, url, Connections.owner("atelier lock "));
        boolean taken = false;
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute(SESSION);
            }
            taken = tryTake(connection, scope) || (!patience.isZero() && await(connection, scope, patience));
            if (!taken) {
                return Optional.empty();
            }
            connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
            return Optional.of(new RunLock(connection, scope, holder(connection)));
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    private static boolean tryTake(Connection connection, String scope) throws SQLException {
        String whole = Shard.whole(scope);
        return (whole == null || truth(connection, "select pg_try_advisory_lock_shared(" + ScopeLock.KEY + ")", whole))
                && truth(connection, "select pg_try_advisory_lock(" + ScopeLock.KEY + ")", scope);
    }

    /**
     * Waits for both locks of a shard until one and the same moment: the second one's wait is what the first one left.
     */
    private static boolean await(Connection connection, String scope, Duration patience) throws SQLException {
        long end = System.nanoTime() + nanos(patience);
        String whole = Shard.whole(scope);
        try {
            return (whole == null || awaitOne(connection, end, "pg_advisory_lock_shared", whole))
                    && awaitOne(connection, end, "pg_advisory_lock", scope);
        } catch (SQLException e) {
            if (SqlStates.LOCK_NOT_HAD.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean awaitOne(Connection connection, long end, String lock, String scope) throws SQLException {
        long left = Math.max(1, Math.min(LONGEST_WAIT_MILLIS, (end - System.nanoTime()) / NANOS_A_MILLI));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = " + left);
        }
        return truth(connection, "select " + lock + "(" + ScopeLock.KEY + ") is not null", scope);
    }

    /** What is too long to be counted is as long as can be. */
    private static long nanos(Duration patience) {
        Duration longest = Duration.ofMillis(LONGEST_WAIT_MILLIS);
        return (patience.compareTo(longest) < 0 ? patience : longest).toNanos();
    }

    private static Holder holder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pid, extract(epoch from backend_start)::text"
                        + " from pg_stat_get_activity(pg_backend_pid())")) {
            row.next();
            return new Holder(row.getInt(1), row.getString(2));
        }
    }

    private static boolean truth(Connection connection, String sql, String scope) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, scope);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    String scope() {
        return scope;
    }

    public Holder holder() {
        return holder;
    }

    /**
     * Whether the session that answers still holds the lock; false, too, behind a pooler that does not keep sessions.
     *
     * @throws SQLException when the connection is lost, and the lock with it
     */
    public synchronized boolean isHeld() throws SQLException {
        return truth(
                connection,
                "select exists (select from pg_locks l, (select " + ScopeLock.KEY + " as key) k where l.granted"
                        + " and l.pid = pg_backend_pid() and " + ScopeLock.MATCHES + ")",
                scope);
    }

    /**
     * How the lock looks from another connection: the fence of every transaction must see it held.
     *
     * @param other to the database that data go to, used by nobody else
     */
    synchronized LockProof.Verdict seenBy(Connection other) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement("select pg_backend_pid() = ?, exists (select"
                + " from pg_locks l, (select " + ScopeLock.KEY + " as key) k, pg_stat_get_activity(l.pid) a"
                + " where l.granted and l.pid = ? and " + ScopeLock.MATCHES
                + " and extract(epoch from a.backend_start) = ?::numeric)")) {
            statement.setInt(1, holder.pid());
            statement.setString(2, scope);
            statement.setInt(3, holder.pid());
            statement.setString(4, holder.since());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1)
                        ? LockProof.Verdict.SHARED
                        : row.getBoolean(2) ? LockProof.Verdict.KEPT : LockProof.Verdict.ELSEWHERE;
            }
        }
    }

    /** Gives the lock back before the session ends: the server notices a closed connection only some time later. */
    @Override
    public synchronized void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            LOG.debug("The lock of {} was lost before it was given back: {}", scope, e.getMessage());
        } finally {
            connection.close();
        }
    }
}
