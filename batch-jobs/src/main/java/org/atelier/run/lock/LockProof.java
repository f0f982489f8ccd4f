package org.atelier.run.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.atelier.sql.Connections;
import org.atelier.sql.DatabaseSettings;

/** Tries whether a run's lock works by the addresses that are configured: on a scope of its own, for a moment. */
public final class LockProof {

    /** A pooler hands its sessions on at once; with so many neighbours none of them is left to be lucky with. */
    private static final int NEIGHBOURS = 3;

    private static final int ANSWER_MILLIS = 5_000;

    private LockProof() {}

    /** What came out. */
    public enum Verdict {
        /** The lock stays with its connection, and the database that data go to sees it. */
        KEPT,
        /** Several clients share a session, such as behind PgBouncer's transaction mode: the lock means nothing. */
        SHARED,
        /** The lock is taken in another database than the one data go to. */
        ELSEWHERE
    }

    /**
     * Tries it.
     *
     * @throws SQLException when a database cannot be reached
     */
    public static Verdict of(DatabaseSettings database) throws SQLException {
        try (RunLock lock = RunLock.take(database, "check " + UUID.randomUUID(), Duration.ZERO)
                .orElseThrow()) {
            return isShared(database, lock) ? Verdict.SHARED : seen(database, lock);
        }
    }

    private static Verdict seen(DatabaseSettings database, RunLock lock) throws SQLException {
        try (Connection data = Connections.open(database, database.url(), Connections.owner("atelier check "))) {
            return lock.seenBy(data);
        }
    }

    private static boolean isShared(DatabaseSettings database, RunLock lock) throws SQLException {
        List<Connection> neighbours = new ArrayList<>();
        try {
            boolean shared = !lock.isHeld();
            while (!shared && neighbours.size() < NEIGHBOURS) {
                shared = session(database, neighbours) == lock.holder().pid() || !lock.isHeld();
            }
            return shared;
        } finally {
            for (Connection neighbour : neighbours) {
                neighbour.close();
            }
        }
    }

    /** Opens a transaction beside the lock's connection, and leaves it open; returns its session. */
    private static int session(DatabaseSettings database, List<Connection> neighbours) throws SQLException {
        String url = Objects.requireNonNullElse(database.lockUrl(), database.url());
        Connection neighbour = Connections.open(database, url, Connections.owner("atelier check "));
        neighbours.add(neighbour);
        neighbour.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
        neighbour.setAutoCommit(false);
        try (Statement statement = neighbour.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
